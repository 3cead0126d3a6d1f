import type { EntryKind } from '../case/entry.ts'
import { ASSESSMENT_TYPES } from '../case/investigation.ts'
import { squeeze } from '../rules/squeeze.ts'
import type { FormOf } from './forms.ts'

const CALLED_OTHERWISE: Partial<Record<EntryKind, Readonly<Record<string, string>>>> = {
  site: { bodySite: 'place', asReported: 'place.words', stages: 'primary' },
  lesion: { bodySite: 'place', asReported: 'place.words' },
}

/**
 * Where a form shows what elsewhere is named by a field of the body or by what is missing: "results.HER2" is that marker's
 * row, "stages" stand with the primary tumour, and an assessment's own type is its value.
 */
export function formPathOf(kind: EntryKind, field: string, form: FormOf<EntryKind>): string {
  if (kind === 'assessment' && ASSESSMENT_TYPES.some(type => type === field)) return 'value'
  const marker = /^results\.(.+)$/.exec(field)?.[1]
  if (marker !== undefined && 'results' in form) {
    const row = form.results.findIndex(({ value }) => squeeze(value.marker) === squeeze(marker))
    return row === -1 ? 'results' : `results.${row}`
  }
  return CALLED_OTHERWISE[kind]?.[field] ?? field
}
