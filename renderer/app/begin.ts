// Imported before everything else, so that this runs first.
import { z } from 'zod'
import { askFirst } from '../api/firstQuestions.ts'

// SECURITY: the content security policy lets no code be made from text; zod would try it once, and be refused loudly.
z.config({ jitless: true })

// The page of components shares this file, and asks nothing.
if ('asksFirst' in document.documentElement.dataset) askFirst()
