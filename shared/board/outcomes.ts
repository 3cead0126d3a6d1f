import type { Day } from '../dates/calendar.ts'
import { formatPartialDate } from '../dates/formatDate.ts'
import { formatMoment, type Zone } from '../dates/zone.ts'
import { type Attendee, PRESENCE_LABEL, roleName } from '../meeting/attendance.ts'
import {
  type Action,
  type ActionProgress,
  AGREEMENT_LABEL,
  DECISION_LABEL,
  DELIVERY_LABEL,
  type Decision,
  type FollowUp,
  INTENT_LABEL,
  type Outcome,
  RECOMMENDATION_LABEL,
  type Recommendation,
  type Rediscussion,
} from '../meeting/outcome.ts'
import type { BoardOutcome } from './board.ts'
import type { Fact } from './fact.ts'
import { absent, commaList, reported } from './makeFact.ts'

type Reading = Readonly<{ zone: Zone; today: Day }>

/** What is said of one outcome: as typed and signed, then what was added, agreed and delivered, each apart. */
export function boardOutcome(outcome: Outcome, { zone, today }: Reading): BoardOutcome {
  const key = `outcome.${outcome.id}`
  const { body, signed, addenda, followUps, progress } = outcome
  const typed = (part: string, text: string) =>
    text.trim() === '' ? null : reported(`${key}.${part}`, text.trim())
  const became = (kind: FollowUp['body']['kind']) => {
    const records = followUps.filter(each => each.body.kind === kind)
    const number = numberOf(outcome)
    if (records.length > 0)
      return records.map(each => reported(`${key}.${each.id}`, followUpWords(each, number)))
    return signed === null ? [] : [absent(`${key}.${kind}`)]
  }
  return {
    signed:
      signed === null
        ? { ...absent(`${key}.signed`), text: 'draft, not signed' }
        : reported(`${key}.signed`, `signed ${formatMoment(signed.at, zone)}, ${signed.userName}`),
    decision:
      body.decision === null
        ? { ...absent(`${key}.decision`), text: 'no decision typed yet' }
        : reported(`${key}.decision`, decisionWords(body.decision, body.reason)),
    recommendations: body.recommendations.map(each =>
      reported(`${key}.${each.id}`, recommendationWords(each)),
    ),
    options: typed('options', body.options),
    rationale: typed('rationale', body.rationale),
    dissent: typed('dissent', body.dissent),
    trial: typed('trial', body.trial),
    review:
      body.reviewOn === null ? null : reported(`${key}.review`, formatPartialDate(body.reviewOn)),
    rediscussion:
      body.rediscussion === null
        ? null
        : reported(`${key}.rediscussion`, rediscussionWords(body.rediscussion)),
    actions: body.actions.map(action =>
      actionFact(key, action, progress.find(each => each.actionId === action.id) ?? null, today),
    ),
    attendance:
      signed === null || signed.attendance.length === 0
        ? null
        : reported(`${key}.attendance`, signed.attendance.map(attendeeWords).join('; ')),
    addenda: addenda.map(({ id, at, userName, text }) =>
      reported(`${key}.${id}`, `${formatMoment(at, zone)}, ${userName}: ${text}`),
    ),
    agreed: became('agreed'),
    delivered: became('delivered'),
  }
}

/** "no decision: the biopsy is awaited" */
export function decisionWords(decision: Decision, reason: string): string {
  const because = reason.trim()
  return because === '' ? DECISION_LABEL[decision] : `${DECISION_LABEL[decision]}: ${because}`
}

/** "radiotherapy, palliative: 8 Gy to the left femur" */
export function recommendationWords({ type, intent, text }: Recommendation): string {
  const what = commaList([
    type === null ? 'type not chosen' : RECOMMENDATION_LABEL[type],
    INTENT_LABEL[intent],
  ])
  return `${what}: ${text.trim() === '' ? 'nothing typed yet' : text.trim()}`
}

function rediscussionWords({ on, words }: Rediscussion): string {
  const said = commaList([on === null ? null : formatPartialDate(on), words.trim()])
  return said === '' ? 'date not recorded' : said
}

/** "Book the biopsy: Dr Probe, due 03-Dec-2026, done 01-Dec-2026 by Dr Probe" */
export function actionWords(
  { text, owner, due }: Action,
  progress: ActionProgress | null,
  today: Day,
): string {
  const done = progress?.done ?? null
  const state =
    done !== null
      ? commaList([`done ${formatPartialDate(done.on)} by ${done.by}`, done.note])
      : due !== null && due < today
        ? 'open, overdue'
        : 'open'
  const known = commaList([
    owner.trim() === '' ? 'owner not recorded' : owner.trim(),
    due === null ? 'no due date' : `due ${formatPartialDate(due)}`,
    state,
  ])
  return `${text.trim() === '' ? 'nothing typed yet' : text.trim()}: ${known}`
}

function actionFact(
  key: string,
  action: Action,
  progress: ActionProgress | null,
  today: Day,
): Fact {
  return reported(`${key}.${action.id}`, actionWords(action, progress, today))
}

/** "oncologist Dr Testa, present" */
export function attendeeWords(attendee: Attendee): string {
  const who = [roleName(attendee), attendee.name].filter(part => part !== null).join(' ')
  return `${who}, ${PRESENCE_LABEL[attendee.presence]}`
}

/** Which recommendation a record is of, where there are several: "recommendation 2: ". */
function numberOf({ body }: Outcome): (id: string | null) => string {
  return id => {
    const at = body.recommendations.findIndex(each => each.id === id)
    return at === -1 || body.recommendations.length === 1 ? '' : `recommendation ${at + 1}: `
  }
}

/** "declined by the patient 22-Nov-2026: prefers tablets (Dr Testa)" */
function followUpWords(
  { body, userName }: FollowUp,
  number: (id: string | null) => string,
): string {
  const label = body.kind === 'agreed' ? AGREEMENT_LABEL[body.state] : DELIVERY_LABEL[body.state]
  const on = body.on === null ? 'date not recorded' : formatPartialDate(body.on)
  const why = commaList([body.reason, body.note])
  const because = why === '' ? '' : `: ${why}`
  return `${number(body.recommendation)}${label}, ${on}${because} (recorded by ${userName})`
}
