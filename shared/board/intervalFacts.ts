import { entriesOf } from '../case/entry.ts'
import { type Interval, intervalsFrom } from '../rules/intervals.ts'
import type { CaseIndex } from './caseIndex.ts'
import { type Chronology, firstSurgery } from './chronology.ts'
import type { Fact } from './fact.ts'
import { absent, capitalised, derived } from './makeFact.ts'
import { siteInSentence } from './names.ts'

/** The intervals of a case with their definitions; they count from surgery, or nothing is counted. */
function intervalsOfCase(index: CaseIndex, time: Chronology): Interval[] {
  if (firstSurgery(index.of) === null) return []
  const places = time.places('surgery')
  return intervalsFrom(
    'surgery',
    entriesOf(index.of, 'site').map(({ id, body }) => {
      const place = places[`${id}:start`]
      const isPlaced = place !== undefined && place.low !== null && place.high !== null
      return {
        label: siteInSentence(body),
        role: body.role,
        certainty: body.certainty,
        when: index.whenShort('', body.firstSeen).text,
        months: isPlaced ? { low: place.low ?? 0, high: place.high ?? 0 } : null,
        mayCountAsMetastasis: body.bodySite === 'chest-wall' || body.bodySite === 'skin-chest',
      }
    }),
  )
}

/** "Metastasis-free: 32nd month (scalp); …", each with what is counted from where to where. */
export function intervalsOf(index: CaseIndex, time: Chronology): Fact[] {
  return intervalsOfCase(index, time).flatMap(interval => {
    const id = `interval.${interval.id}`
    const facts = [
      interval.readings.length === 0
        ? absent(id, 'notRecorded', interval.title)
        : derived(id, `${interval.title}: ${interval.text}`),
      derived(`${id}.definition`, interval.definition),
    ]
    const left = interval.leftOut.map(({ site, reason }) => `${site}: ${reason}`)
    return left.length === 0
      ? facts
      : [...facts, derived(`${id}.leftOut`, `Left out: ${left.join(', ')}.`)]
  })
}

/** For the row of a site that an interval ends at: its length and what it is the interval to. */
export function siteIntervals(index: CaseIndex, time: Chronology): Map<string, Fact> {
  const words = {
    locoregionalRecurrence: 'first locoregional recurrence',
    firstMetastasis: 'first metastasis',
  }
  const facts = new Map<string, Fact>()
  const places = time.places('surgery')
  for (const interval of intervalsOfCase(index, time)) {
    const [reading, ...others] = interval.readings
    if (reading === undefined) continue
    for (const { id, body } of entriesOf(index.of, 'site')) {
      // Sites of one name are told apart by their place: the interval ends at the one that came first.
      const low = places[`${id}:start`]?.low ?? null
      const isFirst = low !== null && low <= reading.months.high
      const isNamed = reading.sites.includes(siteInSentence(body)) && body.role !== 'primary'
      if (!isNamed || !isFirst) continue
      const also = others.map(
        ({ when, condition }) => `; ${when}${condition === null ? '' : ` ${condition}`}`,
      )
      facts.set(
        id,
        derived(
          `site.${id}.interval`,
          capitalised(`${reading.when}: ${words[interval.id]}${also.join('')}`),
          index.labels(id, 'role'),
        ),
      )
    }
  }
  return facts
}
