import { assertNever } from '../assertNever.ts'
import type { Board } from '../board/board.ts'
import { boardOf } from '../board/boardOf.ts'
import type { DetailGroup } from '../board/details.ts'
import { detailGroups, outcomeGroups, patientGroups } from '../board/details.ts'
import type { Fact } from '../board/fact.ts'
import { capitalised, reported } from '../board/makeFact.ts'
import { boardOutcome } from '../board/outcomes.ts'
import { photographGroups } from '../board/photographWords.ts'
import {
  type Case,
  ENTRY_KINDS,
  type Entry,
  type EntryBody,
  type EntryKind,
} from '../case/entry.ts'
import { formatPartialDate } from '../dates/formatDate.ts'
import { dayAt, formatMoment, type Zone } from '../dates/zone.ts'
import { formContext } from '../forms/anchors.ts'
import { FIELD_LABELS } from '../forms/fieldLabels.ts'
import { describeEntry } from '../history/describeChange.ts'
import { caseThen, type EarlierCase, type Touch } from '../history/earlierCase.ts'
import type { EntryId } from '../ids.ts'
import { compareFacts, type FactChange } from './compareFacts.ts'
import { lesionNews } from './lesionNews.ts'
import { NEWS_KINDS, type News, type NewsChange, type NewsItem, type NewsKind } from './news.ts'

export type NewsReading = Readonly<{
  /** The board of the case as it is now. */
  board: Board
  /** The day on which it is read, for the age: `2026-11-22`. */
  today: string
  zone: Zone
}>

/** What the case says otherwise than it did then: by entry, and fact by fact in the words that either board has for it. */
export function newsOf(of: Case, earlier: EarlierCase, reading: NewsReading): News {
  const then = caseThen(of, earlier)
  const { board, today, zone } = reading
  const boardThen = then === null ? null : boardOf(then, { cutoff: board.rule.cutoff, today })
  const sides: Sides = { of, board, then, boardThen, today, zone }
  const touched = new Map(earlier.touched.map(each => [each.id, each]))
  // What is on the board stands in its order; what was removed comes after the rest of its kind.
  const ids = [...new Set([...of.entries.map(({ id }) => id), ...earlier.order])]
  const entries = ids.flatMap(id => {
    const record = touched.get(id)
    return record === undefined ? [] : (entryNews(id, record, sides) ?? [])
  })
  const items = [
    ...patientNews(earlier, sides),
    ...[...entries, ...outcomeNews(earlier, sides)].toSorted(
      (a, b) => rankOf(a.what) - rankOf(b.what),
    ),
  ]
  const since = sinceWords(earlier, zone)
  return {
    from: earlier.from,
    since,
    title: reported('since', `New since ${since}`),
    counts: reported('since.counts', countWords(items)),
    whole: earlier.existed
      ? null
      : reported('since.whole', `The whole case was recorded since ${since}.`),
    items,
    marked: new Set([
      ...items.flatMap(({ entry, kind }) => (entry === null || kind === 'removed' ? [] : [entry])),
      ...lesionNews(board, items).keys(),
    ]),
  }
}

type Sides = Readonly<{
  of: Case
  board: Board
  then: Case | null
  boardThen: Board | null
  today: string
  zone: Zone
}>

/** Context first, as it stands on top of the board, then what was decided; the kinds in their order, documents last. */
const ORDER: readonly (EntryKind | 'outcome')[] = [
  'context',
  'outcome',
  ...ENTRY_KINDS.filter(kind => kind !== 'context' && kind !== 'document'),
  'document',
]

function rankOf(what: NewsItem['what']): number {
  return what === 'patient' ? -1 : ORDER.indexOf(what)
}

/** "12-Nov-2026", or "21-Nov-2026 18:02, when you last opened it". */
function sinceWords({ from, by }: EarlierCase, zone: Zone): string {
  switch (by) {
    case 'day':
      return formatPartialDate(dayAt(Date.parse(from), zone))
    case 'lastOpened':
      return `${formatMoment(from, zone)}, when you last opened it`
    case 'lastMeeting':
      return `the last meeting, ${formatPartialDate(dayAt(Date.parse(from), zone))}`
    case 'printed':
      return `${formatMoment(from, zone)}, when the pack was printed`
    default:
      return assertNever(by)
  }
}

function countWords(items: readonly NewsItem[]): string {
  const parts = NEWS_KINDS.flatMap(kind => {
    const n = items.filter(item => item.kind === kind).length
    return n === 0 ? [] : [`${n} ${kind}`]
  })
  return parts.length === 0 ? 'nothing new' : parts.join(', ')
}

/** What something is and when it was: enough to find it on the board, where the rest stands. */
const LEADING_GROUPS = 2

type TouchedEntry = EarlierCase['touched'][number]

function entryNews(
  id: EntryId,
  { was, past: then, touch }: TouchedEntry,
  sides: Sides,
): NewsItem | null {
  const now = sides.of.entries.find(entry => entry.id === id) ?? null
  const item = (entry: Entry, kind: NewsKind, rest: Pick<NewsItem, 'changes' | 'remark'>) =>
    newsItem(
      { entry: id, what: entry.body.kind, kind, name: nameOf(entry.body), touch },
      rest,
      sides,
    )
  if (now === null) {
    if (then === null) return null
    // What it said stands nowhere else any more; that something was not recorded need not be kept.
    const groups = sides.boardThen === null ? [] : stated(groupsOf(sides.boardThen, then, sides))
    return item(then, 'removed', { changes: changesIn(id, compareFacts(groups, [])), remark: null })
  }
  if (was === 'absent') {
    const groups = now.body.kind === 'conflict' ? [] : stated(groupsOf(sides.board, now, sides))
    const lead = now.body.kind === 'context' ? groups : groups.slice(0, LEADING_GROUPS)
    return item(now, 'new', { changes: changesIn(id, compareFacts([], lead)), remark: null })
  }
  if (then === null)
    return item(now, 'changed', {
      changes: [],
      remark: remark(id, 'What it said then is kept, but this release cannot read it.'),
    })
  if (isSame(then.body, now.body)) return null
  const changes = changesIn(id, entryChanges(then, now, sides))
  const kind = isNewlySettled(then.body, now.body) ? 'settled' : 'changed'
  const unseen = changes.length > 0 ? null : remark(id, unseenWords(then.body, now.body))
  return item(now, kind, { changes, remark: unseen })
}

function entryChanges(then: Entry, now: Entry, sides: Sides): FactChange[] {
  const { board, boardThen } = sides
  if (boardThen === null) return []
  return compareFacts(groupsOf(boardThen, then, sides), groupsOf(board, now, sides))
}

/** What a board says of an entry; of the context it is said with the patient, of a photograph with its lesion. */
function groupsOf(board: Board, { id, body }: Entry, { of, today }: Sides): DetailGroup[] {
  if (body.kind === 'photograph')
    return photographGroups(id, body, formContext(of.entries, { today, self: null }).nameOfAnchor)
  if (body.kind !== 'context') return detailGroups(board, id)
  return factsWhere(patientGroups(board), fact => /^(context\.|question$)/.test(fact.id))
}

function factsWhere(groups: readonly DetailGroup[], holds: (fact: Fact) => boolean): DetailGroup[] {
  return groups.map(({ label, facts }) => ({ label, facts: facts.filter(holds) }))
}

/** What a person or a report stated. */
function stated(groups: readonly DetailGroup[]): DetailGroup[] {
  return factsWhere(groups, ({ tone }) => tone === 'reported' || tone === 'quote')
}

function patientNews({ patient, existed }: EarlierCase, sides: Sides): NewsItem[] {
  const { of, board, boardThen, then } = sides
  if (patient === null) return []
  const told = {
    entry: null,
    what: 'patient',
    name: 'patient details',
    touch: patient.touch,
  } as const
  if (!existed || then === null || boardThen === null)
    return [newsItem({ ...told, kind: 'new' }, { changes: [], remark: null }, sides)]
  if (
    isSame([then.patient.details, then.patient.archived], [of.patient.details, of.patient.archived])
  )
    return []
  const identity = (of: Board) =>
    factsWhere(patientGroups(of), fact => fact.id.startsWith('patient.'))
  const changes = changesIn('patient', compareFacts(identity(boardThen), identity(board)))
  const archived =
    then.patient.archived === of.patient.archived
      ? null
      : remark('patient', of.patient.archived ? 'Archived.' : 'Taken back from the archive.')
  return [newsItem({ ...told, kind: 'changed' }, { changes, remark: archived }, sides)]
}

/** What meetings decided and what became of it, in the words that the board has for both states. */
function outcomeNews({ outcomes }: EarlierCase, sides: Sides): NewsItem[] {
  const { board, today, zone } = sides
  return outcomes.flatMap(({ meetingId, past, touch }) => {
    const meeting = board.meetings.find(each => each.meeting === meetingId)
    if (meeting === undefined || meeting.outcome === null) return []
    const now = stated(outcomeGroups(meeting.outcome))
    const then = past === null ? [] : stated(outcomeGroups(boardOutcome(past, { zone, today })))
    const changes = changesIn(meeting.entry, compareFacts(then, now))
    if (changes.length === 0) return []
    const told = {
      entry: meeting.entry,
      what: 'outcome',
      // What was typed and not signed then was no outcome yet.
      kind: past === null || past.signed === null ? 'new' : 'changed',
      name: `outcome of ${meeting.when.text}`,
      touch,
    } as const
    return [newsItem(told, { changes, remark: null }, sides)]
  })
}

function newsItem(
  told: Readonly<{
    entry: EntryId | null
    what: NewsItem['what']
    kind: NewsKind
    name: string
    touch: Touch
  }>,
  { changes, remark: said }: Pick<NewsItem, 'changes' | 'remark'>,
  { zone }: Sides,
): NewsItem {
  const { entry, what, kind, name, touch } = told
  const key = `since.${entry ?? 'patient'}`
  const { at, userName, times } = touch
  const often = times === 1 ? '' : `, the last of ${times} changes`
  return {
    entry,
    what,
    kind,
    word: reported(`${key}.kind`, kind),
    name: reported(`${key}.name`, capitalised(name)),
    changes,
    remark: said,
    who: reported(`${key}.who`, `${formatMoment(at, zone)}, ${userName}${often}`),
  }
}

function nameOf(body: EntryBody): string {
  return body.kind === 'conflict' ? `${describeEntry(body)}, ${body.title}` : describeEntry(body)
}

/** Facts of the list, so that none of them is taken for one of the board's. */
function changesIn(key: string, changes: readonly FactChange[]): NewsChange[] {
  const own = (fact: Fact | null, side: 'now' | 'was') =>
    fact === null ? null : { ...fact, id: `since.${key}.${side}.${fact.id}`, conflicts: [] }
  return changes.map(({ id, label, was, now }) => ({
    of: id,
    label,
    now: own(now, 'now'),
    was: own(was, 'was'),
  }))
}

function remark(key: string, text: string): Fact {
  return { id: `since.${key}.remark`, text, tone: 'derived', conflicts: [] }
}

/** The fields of the form whose change makes no difference to what the board says. */
function unseenWords(then: EntryBody, now: EntryBody): string {
  const labels: Readonly<Record<string, string>> = FIELD_LABELS[now.kind]
  const before: Readonly<Record<string, unknown>> = then
  const names = Object.entries(now).flatMap(([field, value]) =>
    isSame(before[field], value) ? [] : [labels[field] ?? field],
  )
  return `Changed: ${names.join(', ')}. The board says it in the same words.`
}

function isNewlySettled(then: EntryBody, now: EntryBody): boolean {
  return (
    then.kind === 'conflict' &&
    now.kind === 'conflict' &&
    then.settlement === null &&
    now.settlement !== null
  )
}

/** The same content: what was parsed by one schema has its members in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
