import type { Case, EntryBody } from '../../../shared/case/entry.ts'
import { type Day, dayNumber } from '../../../shared/dates/calendar.ts'
import { type EntryId, PatientId } from '../../../shared/ids.ts'
import type { Patient } from '../../../shared/patient/patient.ts'
import { conflictOf, contextOf, documentOf, metastasisOf, primarySiteOf } from './disease.ts'
import { assessmentOf, imagingOf } from './investigations.ts'
import { syntheticDetails } from './patient.ts'
import { createRandom } from './random.ts'
import { specimensOf } from './specimens.ts'
import { createStory, type Story } from './story.ts'
import { radiotherapyOf, surgeryOf, systemicOf } from './treatments.ts'

type Made = Readonly<{ id: EntryId; body: EntryBody }>

/** How often a conflict, an irradiation or a study comes among what fills a case up to its number of entries. */
const SHARE_RADIOTHERAPY = 0.04
const SHARE_IMAGING = 0.4

/**
 * A plausible, plainly synthetic case, always the same for a seed (a whole number from 0). With `entries` it has exactly
 * that many, which must be enough for the core of the story (30 always are); without, 30 to 80. With `until`, a day, no
 * event of it is later.
 */
export function syntheticCase(
  seed: number,
  { entries, until }: { entries?: number; until?: Day } = {},
): Case {
  const random = createRandom(seed)
  const patient = syntheticPatient(seed)
  const story = createStory(random, until === undefined ? null : dayNumber(until))
  const core = coreOf(story)
  const wanted = entries ?? random.int(30, 80)
  if (core.length > wanted)
    throw new RangeError(`the core of case ${seed} has ${core.length} entries`)
  const rest = Array.from({ length: wanted - core.length }, () => ({
    id: story.nextId(),
    body: fillerOf(story),
  }))
  return { patient, entries: [...core, ...rest].map(({ id, body }) => ({ id, revision: 1, body })) }
}

/** The patient of the case of a seed. */
export function syntheticPatient(seed: number): Patient {
  const id = PatientId.parse(createRandom(~seed).uuid())
  return { id, revision: 1, archived: false, details: syntheticDetails(seed) }
}

/** Everything but the long row of studies and assessments: at most 29 entries. */
function coreOf(story: Story): Made[] {
  const { random, documents, primarySite, metastases, surgeryEntry, nextId } = story
  const unnamed = (body: EntryBody): Made => ({ id: nextId(), body })
  return [
    ...documents.map((id, at) => ({ id, body: documentOf(story, at) })),
    unnamed(contextOf(story)),
    { id: primarySite, body: primarySiteOf(story) },
    ...metastases.map((id, at) => ({ id, body: metastasisOf(story, at) })),
    { id: surgeryEntry, body: surgeryOf(story) },
    ...specimensOf(story).map(unnamed),
    ...systemicOf(story).map(unnamed),
    ...Array.from({ length: random.int(0, 2) }, () => unnamed(radiotherapyOf(story))),
    ...Array.from({ length: random.int(0, 2) }, (_, at) => unnamed(conflictOf(story, at))),
  ]
}

function fillerOf(story: Story): EntryBody {
  const draw = story.random.next()
  if (draw < SHARE_RADIOTHERAPY) return radiotherapyOf(story)
  if (draw < SHARE_RADIOTHERAPY + SHARE_IMAGING) return imagingOf(story)
  return assessmentOf(story)
}
