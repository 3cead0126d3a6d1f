import { z } from 'zod'

const Nothing = z.strictObject({})
const OfJob = z.strictObject({ job: z.uuid() })

/** How a document left the workspace. */
export const PAPER_ACTIONS = ['print', 'export', 'open'] as const
export type PaperAction = (typeof PAPER_ACTIONS)[number]

const RenderedPaper = z.strictObject({
  job: z.uuid(),
  bytes: z.instanceof(Uint8Array),
  pages: z.int().min(1),
  fileName: z.string(),
})
/** A document as it is previewed, saved and printed. */
export type RenderedPaper = Readonly<z.infer<typeof RenderedPaper>>

/** What is asked about every document that is made as a job; `render` alone differs, by its options. */
export const PAPER = {
  render: <O extends z.ZodType>(options: O) => ({
    input: z.strictObject({ job: z.uuid(), options }),
    output: RenderedPaper,
  }),
  cancel: { input: OfJob, output: Nothing },
  /** Writes the very bytes that were rendered where the user says. */
  save: { input: OfJob, output: z.strictObject({ saved: z.boolean() }) },
  /** Shows the file that was saved: with the program for PDF, or in its folder. */
  show: { input: OfJob.extend({ how: z.enum(['file', 'folder']) }), output: Nothing },
  /** Puts on record that the rendered bytes were printed, opened or downloaded. */
  record: { input: OfJob.extend({ action: z.enum(PAPER_ACTIONS) }), output: Nothing },
  /** How far the making is; an event. */
  progress: z.strictObject({ job: z.uuid(), done: z.number().min(0).max(1) }),
} as const
