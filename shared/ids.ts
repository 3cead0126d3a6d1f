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

export const SeriesId = z.uuid().brand<'SeriesId'>()
export type SeriesId = z.infer<typeof SeriesId>

export const MeetingId = z.uuid().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

/** One patient on the list of one meeting. */
export const ListItemId = z.uuid().brand<'ListItemId'>()
export type ListItemId = z.infer<typeof ListItemId>

/** What one meeting decided for one patient. */
export const OutcomeId = z.uuid().brand<'OutcomeId'>()
export type OutcomeId = z.infer<typeof OutcomeId>
