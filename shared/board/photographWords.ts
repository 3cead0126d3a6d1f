import {
  type Consent,
  mayBePresented,
  mayBePrinted,
  mayBeShown,
  type Photograph,
} from '../case/photograph.ts'
import {
  CONSENT_PURPOSE_LABEL,
  PHOTOGRAPH_VIEW_LABEL,
  SCALE_STATE_LABEL,
} from '../codes/photographWords.ts'
import { formatWhen, type NameOfAnchor } from '../dates/formatDate.ts'
import type { When } from '../dates/when.ts'
import type { EntryId } from '../ids.ts'
import type { DetailGroup } from './details.ts'
import { absent, reported } from './makeFact.ts'

/** "overview, 22-Nov-2026": what a photograph shows and when it was taken. */
export function photographTitle(
  { view, taken }: Pick<Photograph, 'view' | 'taken'>,
  nameOfAnchor: NameOfAnchor,
): string {
  return `${PHOTOGRAPH_VIEW_LABEL[view]}, ${dayWords(taken, nameOfAnchor)}`
}

/** When it was taken, or that this is not recorded. */
export function takenWords({ taken }: Pick<Photograph, 'taken'>, name: NameOfAnchor): string {
  return dayWords(taken, name)
}

export function scaleWords({ scale }: Pick<Photograph, 'scale'>): string {
  return SCALE_STATE_LABEL[scale]
}

/** What the patient agreed to, when and by whom it was recorded; or that it was withdrawn, or is not recorded. */
export function consentWords(consent: Consent | null, nameOfAnchor: NameOfAnchor): string {
  if (consent === null) return 'consent not recorded'
  const { purposes, asStated, given, by, withdrawn } = consent
  if (withdrawn !== null)
    return joined('consent withdrawn', dayIf(withdrawn.when, nameOfAnchor), withdrawn.by)
  const named = purposes.map(purpose => CONSENT_PURPOSE_LABEL[purpose]).join(', ')
  return joined(
    named === '' ? 'consent, purpose not recorded' : `consent for ${named}`,
    asStated === null ? null : `“${asStated}”`,
    dayIf(given, nameOfAnchor),
    by,
  )
}

/** What is said of a photograph, under fixed labels: for the list of what is new. */
export function photographGroups(
  id: EntryId,
  body: Photograph,
  nameOfAnchor: NameOfAnchor,
): DetailGroup[] {
  const key = `photograph.${id}`
  const fact = (name: string, text: string) => reported(`${key}.${name}`, text)
  const taken =
    body.taken.length === 0
      ? absent(`${key}.taken`, 'notRecorded', 'date')
      : fact('taken', dayWords(body.taken, nameOfAnchor))
  const consent =
    body.consent === null
      ? absent(`${key}.consent`, 'notRecorded', 'consent')
      : fact('consent', consentWords(body.consent, nameOfAnchor))
  const printed = body.chosen ? [fact('chosen', printedWords(body))] : []
  return [
    { label: 'Photograph', facts: [fact('view', PHOTOGRAPH_VIEW_LABEL[body.view])] },
    { label: 'Taken', facts: [taken] },
    { label: 'Scale', facts: [fact('scale', scaleWords(body))] },
    { label: 'Consent', facts: [consent] },
    { label: 'Caption', facts: body.caption === null ? [] : [fact('caption', body.caption)] },
    { label: 'Paper', facts: printed },
  ]
}

/** Of a photograph that was chosen for the paper: whether it is printed there. */
function printedWords(body: Photograph): string {
  if (mayBePrinted(body)) return 'printed with the summary'
  return mayBeShown(body)
    ? 'chosen for the summary, not printed: the consent is for other purposes'
    : 'chosen for the summary, not printed: the consent was withdrawn'
}

/** What stands in the place of a photograph that may not be shown, and the same for a small one. */
export type Instead = Readonly<{ text: string; short: string }>

/** In the place of a photograph that may not be shown; null where it may. */
export function notShownWords(body: Pick<Photograph, 'consent'>): Instead | null {
  return mayBeShown(body)
    ? null
    : {
        text: 'Not shown: the consent to this photograph was withdrawn.',
        short: 'consent withdrawn',
      }
}

/** In the place of a photograph that may not be shown to a room; null where it may. */
export function notPresentedWords(body: Pick<Photograph, 'consent'>): Instead | null {
  if (mayBePresented(body)) return null
  return (
    notShownWords(body) ?? {
      text: 'Not shown here: no consent to the tumour board is recorded for this photograph.',
      short: 'no consent for the board',
    }
  )
}

function dayWords(when: When, nameOfAnchor: NameOfAnchor): string {
  return dayIf(when, nameOfAnchor) ?? 'date not recorded'
}

function dayIf(when: When, nameOfAnchor: NameOfAnchor): string | null {
  return when.length === 0 ? null : formatWhen(when, nameOfAnchor).text
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null).join(', ')
}
