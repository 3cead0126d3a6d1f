import { serveLoopback } from '../../electron/loopback/serve.ts'

await serveLoopback(0)
