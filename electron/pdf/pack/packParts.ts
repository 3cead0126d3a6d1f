import { assertNever } from '../../../shared/assertNever.ts'
import type { PatientId } from '../../../shared/ids.ts'
import type { PdfAbout } from '../definition.ts'
import type { NextPart } from '../render.ts'
import { agendaPart } from './agenda.ts'
import { letterPart } from './letter.ts'
import { meetingName, PACK_NAME } from './meetingWords.ts'
import type { PackJob, SectionAt } from './packJob.ts'
import { sectionPart } from './section.ts'
import { type ChangedCase, changedCase, supplementPart } from './supplement.ts'

/** What is said once of the file. SECURITY: no patient's name, because programs show titles in lists. */
export function aboutPack({ head, createdAt }: PackJob): PdfAbout {
  const { options, meeting } = head
  return {
    title: `${PACK_NAME[options.kind]}: ${meetingName(meeting.body)}`,
    language: 'en',
    createdAt,
    subject: 'For a tumour board. Confidential: patient information.',
    ...(options.password === null ? {} : { password: options.password }),
  }
}

const SUPPLEMENT = 'Supplement'

/** The parts in their order. The next section is asked for before the one before it is laid out. */
export async function* packParts(job: PackJob, sectionAt: SectionAt): AsyncGenerator<NextPart> {
  const { kind } = job.head.options
  const all = [...job.head.sections.keys()]
  switch (kind) {
    case 'agenda':
      yield { isBranch: false, part: () => agendaPart(job, null) }
      return
    case 'pack':
      yield {
        isBranch: true,
        part: pagesBefore => agendaPart(job, { name: 'Pack', pagesBefore }),
      }
      for await (const of of sections(all, sectionAt))
        yield {
          isBranch: true,
          part: pagesBefore => sectionPart(job, of, { name: 'Pack', pagesBefore }),
        }
      return
    case 'letter':
      for await (const of of sections(all, sectionAt))
        yield {
          isBranch: true,
          part: pagesBefore => letterPart(job, of, { name: 'All letters', pagesBefore }),
        }
      return
    case 'supplement': {
      const { newcomers, others } = newcomersOf(job)
      const cases: ChangedCase[] = []
      for await (const of of sections(others, sectionAt)) cases.push(changedCase(job, of))
      const hasMore = newcomers.length > 0
      yield {
        isBranch: hasMore,
        part: pagesBefore =>
          supplementPart(job, cases, hasMore ? { name: SUPPLEMENT, pagesBefore } : null),
      }
      // The printed pack has no page of them: they have their whole section, in which nothing is new.
      for await (const of of sections(newcomers, sectionAt))
        yield {
          isBranch: true,
          part: pagesBefore =>
            sectionPart(job, { ...of, earlier: null }, { name: SUPPLEMENT, pagesBefore }),
        }
      return
    }
    default:
      assertNever(kind)
  }
}

/** Places of the sections of those whom the printed pack has no section of and who are for discussion now; of the others. */
function newcomersOf({ head: { sections: ids, printed } }: PackJob) {
  const isNew = (id: PatientId): boolean =>
    printed?.changes.some(
      ({ patient, kind, stateWas, stateNow }) =>
        patient.id === id &&
        stateNow?.state === 'forDiscussion' &&
        (kind === 'added' || (kind === 'state' && stateWas?.state !== 'forDiscussion')),
    ) === true
  const placesOf = (isWanted: boolean): number[] =>
    ids.flatMap((id, place) => (isNew(id) === isWanted ? [place] : []))
  return { newcomers: placesOf(true), others: placesOf(false) }
}

/** The sections at these places, each asked for before the one before it is done. */
async function* sections(places: readonly number[], sectionAt: SectionAt) {
  const ask = (i: number) => {
    const place = places[i]
    return place === undefined ? null : sectionAt(place)
  }
  let next = ask(0)
  for (let i = 0; next !== null; i += 1) {
    const current = await next
    next = ask(i + 1)
    yield current
  }
}
