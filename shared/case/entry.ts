import { z } from 'zod'
import { EntryId } from '../ids.ts'
import { Patient } from '../patient/patient.ts'
import { Conflict } from './conflict.ts'
import { Context } from './context.ts'
import { Assessment, Imaging, SourceDocument } from './investigation.ts'
import { Lesion } from './lesion.ts'
import { Photograph } from './photograph.ts'
import { Site } from './site.ts'
import { SkinNote } from './skinNote.ts'
import { Specimen } from './specimen.ts'
import { LocalTreatment, Systemic } from './treatment.ts'

/** Everything that a case can hold, by its `kind`. */
export const EntryBody = z.discriminatedUnion('kind', [
  Site,
  Specimen,
  Systemic,
  LocalTreatment,
  Imaging,
  Assessment,
  SourceDocument,
  Context,
  Conflict,
  Lesion,
  SkinNote,
  Photograph,
])
export type EntryBody = Readonly<z.infer<typeof EntryBody>>
export const ENTRY_KINDS = [
  'site',
  'specimen',
  'systemic',
  'local',
  'imaging',
  'assessment',
  'document',
  'context',
  'conflict',
  'lesion',
  'skinNote',
  'photograph',
] as const
export const EntryKind = z.enum(ENTRY_KINDS)
export type EntryKind = EntryBody['kind']

/** A clinical entry as stored: its body, its identity, and the revision that a change must name. */
export const Entry = z.strictObject({
  id: EntryId,
  revision: z.int().min(1),
  body: EntryBody,
})
export type Entry = Readonly<z.infer<typeof Entry>>
export type EntryOf<K extends EntryKind> = Readonly<{
  id: EntryId
  revision: number
  body: Extract<EntryBody, { kind: K }>
}>

/** A patient with every live entry, in the order they were made. */
export const Case = z.strictObject({ patient: Patient, entries: z.array(Entry) })
export type Case = Readonly<{ patient: Patient; entries: readonly Entry[] }>

/** The live entries of one kind, in the order they were made. */
export function entriesOf<K extends EntryKind>(of: Case, kind: K): EntryOf<K>[] {
  return of.entries.filter((entry): entry is EntryOf<K> => entry.body.kind === kind)
}
