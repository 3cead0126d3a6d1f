import { createRandom } from '../../electron/demo/synthetic/random.ts'
import { syntheticPatient } from '../../electron/demo/synthetic/syntheticCase.ts'
import { formatPartialDate } from '../../shared/dates/formatDate.ts'
import type { PatientDetails } from '../../shared/patient/patient.ts'
import { absoluteRow, type Bench } from './bench.ts'
import { openServices, scaleOf, shuffledSeeds, workspaceOf } from './caseSource.ts'
import { repeat } from './interleave.ts'
import { quantile } from './statistics.ts'

/** What the list of patients asks for. */
const PAGE = 100

type Typed = Readonly<{ kind: string; text: string }>

/** What a person may type to find this patient, whole. */
const WAYS: Readonly<Record<string, (of: PatientDetails) => string | null>> = {
  'family name': ({ familyName }) => familyName?.split(' ')[0] ?? null,
  'given and family name': ({ familyName, givenName }) =>
    `${givenName} ${familyName?.split(' ')[0]}`.toLowerCase(),
  // A word that every synthetic patient has, the worst that can be typed.
  'a word of all': ({ familyName }) => familyName?.split(' ')[1] ?? null,
  'hospital number': ({ identifiers }) => identifiers[0]?.value.replace('TEST ', '') ?? null,
  'NHS number': ({ identifiers }) => identifiers[1]?.value ?? null,
  'date of birth': ({ born }) =>
    born?.length === 10 ? born.split('-').toReversed().join('/') : born,
  'date of birth as shown': ({ born }) => (born === null ? null : formatPartialDate(born)),
}

/** Every state of the search field while these patients are looked for, letter by letter. */
function typedTexts(patients: number, searches: number): Typed[] {
  const seeds = shuffledSeeds(patients, 3)
  const random = createRandom(4)
  const kinds = Object.keys(WAYS)
  return Array.from({ length: searches }, (_, turn): Typed[] => {
    const kind = kinds[turn % kinds.length] ?? ''
    const whole = WAYS[kind]?.(syntheticPatient(seeds(turn)).details) ?? ''
    // People stop typing when they see who they look for.
    const typed = random.int(Math.min(3, whole.length), whole.length)
    return Array.from({ length: typed }, (_, at) => ({ kind, text: whole.slice(0, at + 1) }))
  }).flat()
}

/** Search as you type: one question for each letter, as the list of patients asks it. */
export const search: Bench = {
  name: 'search',
  run: async options => {
    const { searched } = scaleOf(options.quick)
    const app = await openServices(await workspaceOf({ patients: searched, entries: 0 }, options))
    const texts = typedTexts(searched, options.quick ? 70 : 420)
    const warmUp = Math.min(200, texts.length)
    const times = await repeat(
      async turn => {
        const query = texts[(turn + texts.length - warmUp) % texts.length]?.text ?? ''
        await app.get('patient:list', { query, archived: false, limit: PAGE, offset: 0 })
        return undefined
      },
      { warmUp, rounds: texts.length },
    )
    await app.get('workspace:lock', {})
    const timed = texts.map((typed, at) => ({ ...typed, time: times[at] ?? Number.NaN }))
    remarkBy('what is typed', timed, ({ kind }) => kind, options.remark)
    remarkBy('letters typed', timed, ({ text }) => letters(text.length), options.remark)
    return [absoluteRow(`search as you type among ${searched} patients`, times, { p95: 10 })]
  },
}

function letters(length: number): string {
  return length <= 4 ? String(length) : '5 or more'
}

function remarkBy(
  title: string,
  timed: readonly (Typed & { time: number })[],
  groupOf: (typed: Typed) => string,
  remark: (text: string) => void,
): void {
  const groups = new Map<string, number[]>()
  for (const typed of timed) {
    const group = groupOf(typed)
    groups.set(group, [...(groups.get(group) ?? []), typed.time])
  }
  const parts = [...groups].map(([group, times]) => {
    const at = (q: number) => quantile(times, q).toFixed(1)
    return `${group} ${at(0.5)} / ${at(0.95)} / ${at(1)}`
  })
  remark(`search, median / p95 / longest in ms, by ${title}: ${parts.join('; ')}`)
}
