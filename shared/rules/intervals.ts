import type { Certainty, Site } from '../case/site.ts'

/** What an interval needs of a site: its date as formatted, and its place in months after the start. */
export type IntervalSite = Readonly<{
  label: string
  role: Site['role']
  certainty: Certainty
  /** "11th month" */
  when: string
  /** Null where the date cannot be placed against the start. */
  months: Readonly<{ low: number; high: number }> | null
  /** A local recurrence in the skin of the chest wall, which some sources count as a metastasis. */
  mayCountAsMetastasis: boolean
}>

export type IntervalStart = 'surgery' | 'diagnosis'

/** One value of an interval. Where the definition decides there are several, each with its condition. */
export type IntervalReading = Readonly<{
  when: string
  months: Readonly<{ low: number; high: number }>
  sites: readonly string[]
  condition: string | null
}>

export type Interval = Readonly<{
  id: 'locoregionalRecurrence' | 'firstMetastasis'
  title: string
  /** What is counted from where to where, and how others count. */
  definition: string
  readings: readonly IntervalReading[]
  /** Sites that could not be placed in time or whose role is not stated. */
  leftOut: readonly Readonly<{ site: string; reason: string }>[]
  /** "32nd month (scalp); 11th month (chest wall) if chest wall counts as a metastasis" */
  text: string
}>

/**
 * Intervals to the first locoregional recurrence and the first distant metastasis. CLINICAL: start and end are printed,
 * for sources differ in both (CLINICAL 4.3), and a chest wall that may be either gives both readings (CLINICAL 1.8, X23).
 * An interval that no site bears on is left out.
 */
export function intervalsFrom(start: IntervalStart, sites: readonly IntervalSite[]): Interval[] {
  const counted = sites.filter(site => site.certainty !== 'excluded' && site.role !== 'primary')
  return [toRecurrence(start, counted), toMetastasis(start, counted)].filter(
    interval => interval.readings.length > 0 || interval.leftOut.length > 0,
  )
}

function toRecurrence(start: IntervalStart, sites: readonly IntervalSite[]): Interval {
  const recurrences = sites.filter(
    site =>
      site.role === 'localRecurrence' ||
      // Regional nodes that were there from the start are no recurrence.
      (site.role === 'regional' && (site.months === null || site.months.low > 0)),
  )
  const other = start === 'surgery' ? 'diagnosis' : 'surgery'
  return interval(
    'locoregionalRecurrence',
    'Disease-free to locoregional recurrence',
    `From ${start} to the first local or regional recurrence. Other authors count any recurrence, or from ${other}.`,
    firstByCertainty(recurrences),
    leftOut(recurrences),
  )
}

function toMetastasis(start: IntervalStart, sites: readonly IntervalSite[]): Interval {
  const distant = sites.filter(site => site.role === 'distant')
  const readings = firstByCertainty(distant)
  const soonest = Math.min(...readings.map(reading => reading.months.low))
  const disputed = sites.filter(
    site =>
      site.role === 'localRecurrence' &&
      site.mayCountAsMetastasis &&
      site.months !== null &&
      site.months.low < soonest,
  )
  const ifCounted = first(disputed, labels => `if ${labels} counts as a metastasis`)
  const fromDiagnosis = 'as in Dawood 2010 and Lobbezoo 2015'
  const counts =
    start === 'diagnosis'
      ? fromDiagnosis
      : `counted from surgery, not from diagnosis ${fromDiagnosis}`
  return interval(
    'firstMetastasis',
    'Metastasis-free',
    `From ${start} to the first distant metastasis, ${counts}. Other authors count any recurrence.`,
    [...readings, ...ifCounted],
    [
      ...leftOut(distant),
      ...sites
        .filter(site => site.role === 'notStated')
        .map(site => ({ site: site.label, reason: 'role not stated' })),
    ],
  )
}

function interval(
  id: Interval['id'],
  title: string,
  definition: string,
  readings: readonly IntervalReading[],
  left: Interval['leftOut'],
): Interval {
  const text = readings
    .map(({ when, sites, condition }) => {
      const value = `${when} (${sites.join(' or ')})`
      return condition === null ? value : `${value} ${condition}`
    })
    .join('; ')
  return { id, title, definition, readings, leftOut: left, text: text || 'not dated' }
}

/** The first confirmed site; and the first suspected one where it came before, or where none is confirmed. */
function firstByCertainty(sites: readonly IntervalSite[]): IntervalReading[] {
  const confirmed = first(sites.filter(site => site.certainty === 'confirmed'))
  const soonest = Math.min(...confirmed.map(reading => reading.months.low))
  const before = sites.filter(
    ({ certainty, months }) => certainty === 'suspected' && months !== null && months.low < soonest,
  )
  return [...confirmed, ...first(before, labels => `if ${labels}, suspected, is confirmed`)]
}

/** The earliest of the sites; several where their dates leave open which came first. */
function first(
  sites: readonly IntervalSite[],
  condition: ((labels: string) => string) | null = null,
): IntervalReading[] {
  const placed = sites.flatMap(({ label, when, months }) =>
    months === null ? [] : [{ label, when, months }],
  )
  const soonestHigh = Math.min(...placed.map(site => site.months.high))
  const firsts = placed.filter(
    ({ months }) => months.low < soonestHigh || months.high === soonestHigh,
  )
  if (firsts.length === 0) return []
  const labels = firsts.map(site => site.label)
  return [
    {
      when: [...new Set(firsts.map(site => site.when))].join(' or '),
      months: { low: Math.min(...firsts.map(site => site.months.low)), high: soonestHigh },
      sites: labels,
      condition: condition === null ? null : condition(labels.join(' or ')),
    },
  ]
}

function leftOut(sites: readonly IntervalSite[]): Interval['leftOut'] {
  return sites
    .filter(site => site.months === null)
    .map(site => ({ site: site.label, reason: 'not dated' }))
}
