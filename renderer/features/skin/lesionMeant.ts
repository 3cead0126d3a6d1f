import type { Case } from '../../../shared/case/entry.ts'
import type { Preset } from '../../../shared/forms/newEntry.ts'
import type { EntryId } from '../../../shared/ids.ts'

/** The skin lesion that is meant: the one selected, the one that the selected entry belongs to, or the only one there is. */
export function lesionMeant({ entries }: Case, selected: EntryId | null): EntryId | null {
  const lesions = entries.filter(({ body }) => body.kind === 'lesion')
  const body = entries.find(({ id }) => id === selected)?.body
  const only = (ids: readonly EntryId[]) => (ids.length === 1 ? (ids[0] ?? null) : null)
  switch (body?.kind) {
    case 'lesion':
      return selected
    case 'skinNote':
    case 'specimen':
    case 'photograph':
      return body.lesion ?? only(lesions.map(({ id }) => id))
    case 'local':
      return only(body.skinLesions) ?? only(lesions.map(({ id }) => id))
    case 'site': {
      const here = lesions.filter(
        each => each.body.kind === 'lesion' && each.body.site === selected,
      )
      return only(here.map(({ id }) => id)) ?? only(lesions.map(({ id }) => id))
    }
    default:
      return only(lesions.map(({ id }) => id))
  }
}

/** What the form of a biopsy of a lesion starts with: the lesion, its site and its side. */
export function biopsyOf({ entries }: Case, lesion: EntryId): Preset<'specimen'> {
  const body = entries.find(({ id }) => id === lesion)?.body
  if (body?.kind !== 'lesion') return {}
  return { lesion, site: body.site ?? '', side: body.side ?? '' }
}
