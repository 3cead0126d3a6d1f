import type { SourceRef } from '../../../shared/case/source.ts'
import { dayNumber, dayOf } from '../../../shared/dates/calendar.ts'
import type { DateStatement } from '../../../shared/dates/when.ts'
import { EntryId } from '../../../shared/ids.ts'
import type { Quantity } from '../../../shared/values/quantity.ts'
import type { Random } from './random.ts'

/** What the parts of one synthetic case have in common: when things happened, and which entries others name. */
export type Story = Readonly<{
  random: Random
  /** Days since 1 January 1970. */
  diagnosis: number
  surgery: number
  firstMetastasis: number
  end: number
  surgeryEntry: EntryId
  documents: readonly EntryId[]
  primarySite: EntryId
  metastases: readonly EntryId[]
  nextId: () => EntryId
}>

const DAYS_IN_MONTH = 30.44

/** A story; one that would go beyond `until` is told so much earlier that it ends in the last weeks before it. */
export function createStory(random: Random, until: number | null = null): Story {
  const story = tellStory(random)
  if (until === null || story.end <= until) return story
  const earlier = story.end - until + (story.surgery % 50)
  return {
    ...story,
    diagnosis: story.diagnosis - earlier,
    surgery: story.surgery - earlier,
    firstMetastasis: story.firstMetastasis - earlier,
    end: story.end - earlier,
  }
}

function tellStory(random: Random): Story {
  const nextId = () => EntryId.parse(random.uuid())
  const diagnosis = random.int(dayNumber('2006-01-01'), dayNumber('2021-12-31'))
  const surgery = diagnosis + random.int(10, 60)
  const firstMetastasis = surgery + Math.round(random.int(4, 110) * DAYS_IN_MONTH)
  return {
    random,
    diagnosis,
    surgery,
    firstMetastasis,
    end: firstMetastasis + Math.round(random.int(6, 50) * DAYS_IN_MONTH),
    surgeryEntry: nextId(),
    documents: [nextId(), nextId()],
    primarySite: nextId(),
    metastases: Array.from({ length: random.int(2, 8) }, nextId),
    nextId,
  }
}

const AS_GIVEN = { approximate: false, verbatim: null, source: null } as const

/** An event of a day as a report may give it: a day, a month, a year, a span, an interval after surgery, or nothing. */
export function whenOf({ random, surgery, surgeryEntry }: Story, day: number): DateStatement[] {
  const date = dayOf(day)
  const months = Math.floor((day - surgery) / DAYS_IN_MONTH)
  const draw = random.next()
  if (draw < 0.45) return [{ kind: 'date', date, ...AS_GIVEN }]
  if (draw < 0.72) return [{ kind: 'date', date: date.slice(0, 7), ...AS_GIVEN }]
  if (draw < 0.8)
    return [{ kind: 'date', date: date.slice(0, 4), ...AS_GIVEN, approximate: random.chance(0.3) }]
  if (draw < 0.85)
    return [{ kind: 'between', from: date, to: dayOf(day + random.int(5, 60)), ...AS_GIVEN }]
  if (draw < 0.96 && months >= 1) {
    const offset = random.chance(0.5)
      ? ({ type: 'ordinal', n: months, unit: 'month' } as const)
      : ({ type: 'elapsed', direction: 'after', low: months, high: null, unit: 'month' } as const)
    return [
      { kind: 'relative', anchor: { entry: surgeryEntry, end: 'start' }, offset, ...AS_GIVEN },
    ]
  }
  return random.chance(0.5) ? [] : [{ kind: 'missing', missing: 'notReported', ...AS_GIVEN }]
}

/** An event of which the very day is known. */
export function onDay(day: number): DateStatement[] {
  return [{ kind: 'date', date: dayOf(day), ...AS_GIVEN }]
}

/** A day between the first metastasis and the end of the story. */
export function laterDay({ random, firstMetastasis, end }: Story): number {
  return random.int(firstMetastasis, end)
}

export function sourceOf({ random, documents }: Story): SourceRef {
  return { document: random.pick(documents), locator: `page ${random.int(1, 6)}` }
}

/** The fields of every entry: where it was read, now and then a remark. */
export function entryFieldsOf(story: Story): { sources: SourceRef[]; note: string | null } {
  return {
    sources: [sourceOf(story)],
    note: story.random.chance(0.08) ? 'Synthetic remark, invented by a program.' : null,
  }
}

export function quantityOf(low: number, unit: string | null, high: number | null = null): Quantity {
  return { comparator: '=', low, high, unit, verbatim: null }
}
