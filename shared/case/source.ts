import { z } from 'zod'
import { EntryId } from '../ids.ts'
import { Line } from '../text.ts'

/** Where a value was read: a document of the case and the place in it ("text", "Figure 3c", "page 2"). */
export const SourceRef = z.strictObject({
  document: EntryId,
  locator: Line.nullable(),
})
export type SourceRef = Readonly<z.infer<typeof SourceRef>>
