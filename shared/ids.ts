import { z } from 'zod'

export const PatientId = z.uuid().brand<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>

export const EntryId = z.uuid().brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

export const UserId = z.uuid().brand<'UserId'>()
export type UserId = z.infer<typeof UserId>

/** One thing that a user did; it may have changed several entries, and is undone as a whole. */
export const ActId = z.uuid().brand<'ActId'>()
export type ActId = z.infer<typeof ActId>
