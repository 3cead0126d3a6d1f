import { z } from 'zod'

// SECURITY: the content security policy lets no code be made from text; zod would try it once, and be refused loudly.
z.config({ jitless: true })
