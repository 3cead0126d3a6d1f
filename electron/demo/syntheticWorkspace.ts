import { dirname } from 'node:path'
import type { EntryBody } from '../../shared/case/entry.ts'
import { dayNumber, dayOf } from '../../shared/dates/calendar.ts'
import { dayAt } from '../../shared/dates/zone.ts'
import type { PatientId } from '../../shared/ids.ts'
import { refuse } from '../../shared/result.ts'
import { createCases } from '../services/cases.ts'
import { type Clock, MACHINE_ZONE, SYSTEM_CLOCK } from '../services/clock.ts'
import { createPatients } from '../services/patients.ts'
import { createServices } from '../services/services.ts'
import type { Session } from '../services/session.ts'
import { asAuthor } from './author.ts'
import { DEMO_PASSPHRASE, DEMO_SCRYPT_N, NOBODY } from './demoWorkspace.ts'
import { imagingOf } from './synthetic/investigations.ts'
import { createRandom } from './synthetic/random.ts'
import { createStory } from './synthetic/story.ts'
import { syntheticCase } from './synthetic/syntheticCase.ts'
import { QUESTIONS } from './synthetic/team.ts'
import { holdDemoMeetings } from './syntheticMeetings.ts'

const AUTHOR = { id: '00000000-0000-4000-8000-000000000002', name: 'Synthetic cases' }
const DAY_MS = 86_400_000
/** Days before today on which the cases were entered, before the meeting of last week. */
const ENTERED = 16
const LEAST_ENTRIES = 30

/**
 * Creates a workspace of invented patients and three meetings, last week's with outcomes, today's and next week's, all of
 * it through the services, and leaves it closed. Throws what the services refuse with.
 */
export async function createSyntheticWorkspace({
  folder,
  userName,
  passphrase,
  patients,
}: Readonly<{
  folder: string
  userName: string
  passphrase: string
  patients: number
}>): Promise<void> {
  const { session } = createServices({
    host: NOBODY,
    workspacesFolder: dirname(folder),
    pdf: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    lesionReport: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    pack: { render: () => Promise.reject(new Error('the demo prints nothing')) },
    pictures: {
      prepare: () => Promise.resolve(refuse('failed')),
      upright: () => Promise.resolve(refuse('failed')),
    },
    demo: { userName, passphrase, create: () => Promise.reject(new Error('not inside a demo')) },
    emit: () => undefined,
    ...(passphrase === DEMO_PASSPHRASE ? { scryptN: DEMO_SCRYPT_N } : {}),
  })
  try {
    await session.create({ folder, userName, role: 'oncologist', passphrase }, { isDemo: true })
    const author = asAuthor(session, AUTHOR)
    const now = SYSTEM_CLOCK.now()
    const ids = enterCases(author, patients, now)
    holdDemoMeetings(author, ids, {
      clockAt: daysAgo => clockAt(now, daysAgo),
      today: dayAt(now.getTime(), MACHINE_ZONE),
      zone: MACHINE_ZONE,
      between: () => addNews(author, ids, now),
    })
  } finally {
    await session.lock()
  }
}

/** A clock that stands so many days before now. */
function clockAt(now: Date, daysAgo: number): Clock {
  return { ...SYSTEM_CLOCK, now: () => new Date(now.getTime() - daysAgo * DAY_MS) }
}

function enterCases(session: Session, count: number, now: Date): PatientId[] {
  const clock = clockAt(now, ENTERED)
  const until = dayAt(clock.now().getTime(), MACHINE_ZONE)
  const patients = createPatients(session, clock)
  const cases = createCases(session, clock)
  return Array.from({ length: count }, (_, seed) => {
    const { patient, entries } = syntheticCase(seed, {
      entries: LEAST_ENTRIES + (seed % 15),
      until,
    })
    patients.create({ id: patient.id, details: patient.details })
    cases.apply({
      patientId: patient.id,
      changes: entries.map(({ id, body }) => ({ do: 'create', id, body: asked(body, seed) })),
    })
    return patient.id
  })
}

/** One case in twelve has no question yet; the others have one of several. */
function asked(body: EntryBody, seed: number): EntryBody {
  if (body.kind !== 'context') return body
  return {
    ...body,
    question: seed % 12 === 11 ? null : (QUESTIONS[seed % QUESTIONS.length] ?? null),
  }
}

/** Since last week's meeting one case in five has a new study. */
function addNews(session: Session, ids: readonly PatientId[], now: Date): void {
  const clock = clockAt(now, 2)
  const cases = createCases(session, clock)
  const seen = dayOf(dayNumber(dayAt(clock.now().getTime(), MACHINE_ZONE)) - 1)
  ids.forEach((patientId, seed) => {
    if (seed % 5 !== 0) return
    const story = createStory(createRandom(seed + 7_000))
    const statement = { approximate: false, verbatim: null, source: null }
    const body: EntryBody = {
      ...imagingOf(story),
      when: [{ kind: 'date', date: seen, ...statement }],
      sites: [],
      sources: [],
    }
    cases.apply({ patientId, changes: [{ do: 'create', id: story.nextId(), body }] })
  })
}
