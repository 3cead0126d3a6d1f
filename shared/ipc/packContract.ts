import { z } from 'zod'
import { PackOptions } from '../meeting/pack.ts'

const OfJob = z.strictObject({ job: z.uuid() })

/** What is asked about the papers of a meeting, as about a summary. */
export const PACK_CONTRACT = {
  'pack:render': {
    input: OfJob.extend({ options: PackOptions }),
    output: z.strictObject({
      job: z.uuid(),
      bytes: z.instanceof(Uint8Array),
      pages: z.int().min(1),
      fileName: z.string(),
    }),
  },
  'pack:cancel': { input: OfJob, output: z.strictObject({}) },
  /** Writes the very bytes that were rendered where the user says. */
  'pack:save': { input: OfJob, output: z.strictObject({ saved: z.boolean() }) },
  /** Shows the file that 'pack:save' wrote: with the program for PDF, or in its folder. */
  'pack:show': {
    input: OfJob.extend({ how: z.enum(['file', 'folder']) }),
    output: z.strictObject({}),
  },
  /** Puts on record that the rendered bytes were printed, opened or downloaded. */
  'pack:record': {
    input: OfJob.extend({ action: z.enum(['print', 'export', 'open']) }),
    output: z.strictObject({}),
  },
} as const
