import { assertNever } from '../../../shared/assertNever.ts'
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

/** The parts in their order. The next section is asked for before the one before it is laid out. */
export async function* packParts(job: PackJob, sectionAt: SectionAt): AsyncGenerator<NextPart> {
  const { kind } = job.head.options
  switch (kind) {
    case 'agenda':
      yield { isBranch: false, part: () => agendaPart(job, null) }
      return
    case 'pack':
      yield {
        isBranch: true,
        part: pagesBefore => agendaPart(job, { name: 'Pack', pagesBefore }),
      }
      for await (const of of sections(job, sectionAt))
        yield {
          isBranch: true,
          part: pagesBefore => sectionPart(job, of, { name: 'Pack', pagesBefore }),
        }
      return
    case 'letter':
      for await (const of of sections(job, sectionAt))
        yield {
          isBranch: true,
          part: pagesBefore => letterPart(job, of, { name: 'All letters', pagesBefore }),
        }
      return
    case 'supplement': {
      const cases: ChangedCase[] = []
      for await (const of of sections(job, sectionAt)) cases.push(changedCase(job, of))
      yield { isBranch: false, part: () => supplementPart(job, cases) }
      return
    }
    default:
      assertNever(kind)
  }
}

async function* sections({ head }: PackJob, sectionAt: SectionAt) {
  const count = head.sections.length
  let next = count > 0 ? sectionAt(0) : null
  for (let at = 0; next !== null; at += 1) {
    const current = await next
    next = at + 1 < count ? sectionAt(at + 1) : null
    yield current
  }
}
