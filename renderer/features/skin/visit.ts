import type { Entry } from '../../../shared/case/entry.ts'
import type { SkinNote } from '../../../shared/case/skinNote.ts'
import { formatPartialDate } from '../../../shared/dates/formatDate.ts'
import type { FieldError, FormContext } from '../../../shared/forms/codec.ts'
import { dateStatement, type WhenTyped } from '../../../shared/forms/dateFields.ts'
import { labelOfPath } from '../../../shared/forms/fieldLabels.ts'
import { followUpNote } from '../../../shared/forms/followUpNote.ts'
import { newForm } from '../../../shared/forms/newEntry.ts'
import { fieldErrorsOf } from '../../../shared/forms/servicePath.ts'
import {
  BLANK_VISIT,
  type SkinVisit,
  type SkinVisitIds,
  type SkinVisitTyped,
} from '../../../shared/forms/skinVisit.ts'
import type { InputIssue } from '../../../shared/ipc/errors.ts'

/** One statement of a day, as a date field holds it. */
export function dayTyped(day: string): WhenTyped {
  return [{ key: 'first', value: { ...dateStatement.blank, text: formatPartialDate(day) } }]
}

/** What a look begins with: today and its author, and for a further note what the last one said of the lesion's looks. */
export function visitStart({
  entries,
  ids,
  last,
  preset,
  context,
  author,
}: Readonly<{
  entries: readonly Entry[]
  ids: SkinVisitIds
  last: SkinNote | null
  preset: Partial<SkinVisitTyped['lesion']>
  context: FormContext
  author: string
}>): SkinVisitTyped {
  const when = dayTyped(context.today)
  const carried = last === null ? {} : followUpNote(last, context)
  return {
    ...BLANK_VISIT,
    lesion: ids.isNew ? newForm('lesion', entries, preset) : BLANK_VISIT.lesion,
    note: { ...newForm('skinNote', entries, { ...carried, lesion: ids.lesion, when, author }) },
    consent: { ...BLANK_VISIT.consent, given: when, by: author },
  }
}

/** What a field of a look is called where an error leads to it. */
export function labelOfVisitPath(path: string): string {
  const [part, ...rest] = path.split('.')
  const inside = rest.join('.')
  switch (part) {
    case 'lesion':
      return labelOfPath('lesion', inside)
    case 'note':
      return labelOfPath('skinNote', inside)
    case 'photographs': {
      const [index, , ...field] = rest
      return `Photograph ${Number(index) + 1}, ${labelOfPath('photograph', field.join('.'))}`
    }
    case 'size':
      return 'Size in mm'
    default:
      return 'Consent'
  }
}

/** The places of a refused act as fields of the look: its changes are the lesion, the note, and the photographs. */
export function visitErrorsOf(issues: readonly InputIssue[], { lesion }: SkinVisit): FieldError[] {
  const first = lesion === null ? 1 : 0
  return issues.flatMap(issue => {
    const at = Number(/^changes\[(\d+)\]/.exec(issue.path)?.[1] ?? 0) + first
    const prefix = at === 0 ? 'lesion' : at === 1 ? 'note' : `photographs.${at - 2}.value`
    return fieldErrorsOf([issue]).map(({ path, message }) => ({
      path: `${prefix}.${path}`,
      message,
    }))
  })
}
