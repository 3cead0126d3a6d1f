import type { EntryId } from '../../../shared/ids.ts'

/** Where one goes on from a lesion that is open. */
export type LesionStep =
  | Readonly<{ to: 'select'; entry: EntryId }>
  | Readonly<{ to: 'edit'; entry: EntryId }>
  | Readonly<{ to: 'note'; lesion: EntryId }>
  | Readonly<{ to: 'biopsy'; lesion: EntryId }>
  | Readonly<{ to: 'report'; lesion: EntryId }>
