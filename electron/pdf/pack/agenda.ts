import { awaitedWords, cameFromWords, stateWords } from '../../../shared/board/meetings.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { type Attendee, PRESENCE_LABEL, roleName } from '../../../shared/meeting/attendance.ts'
import { stillAwaited } from '../../../shared/meeting/listItem.ts'
import type { PackLine } from '../../../shared/meeting/pack.ts'
import type { PdfNode, PdfPart, TableCell, TextRun } from '../definition.ts'
import { QUIET, SIZE, sheetOf } from '../summary/paper.ts'
import type { Whole } from '../summary/runningFooter.ts'
import { sectionTable } from '../summary/sectionTable.ts'
import { meetingPages } from './meetingPages.ts'
import { momentOf, PACK_NAME } from './meetingWords.ts'
import type { PackJob } from './packJob.ts'
import { bannerOfPatient, patientRuns } from './patientWords.ts'

const MISSING: Omit<Extract<TextRun, object>, 'text'> = {
  color: QUIET,
  decoration: 'underline',
  decorationStyle: 'dashed',
}

/** Where a deferred case landed stands on that meeting's own list. */
export const NO_DAYS: ReadonlyMap<MeetingId, string> = new Map()

/** The cover: which meeting, who takes part, and the list in its order. */
export function agendaPart(job: PackJob, whole: Whole | null): PdfPart {
  const { meeting, lines, options } = job.head
  const { width } = sheetOf(options.paper)
  return {
    ...meetingPages(job, whole === null ? '' : 'Agenda', whole),
    content: {
      stack: [
        {
          text: meeting.body.title,
          tag: 'H1',
          fontSize: 15,
          bold: true,
          margin: [0, 8, 0, 0],
          bookmark: { title: PACK_NAME.agenda },
        },
        { text: factsOfMeeting(job), fontSize: SIZE.story, margin: [0, 2, 0, 2] },
        { text: countWords(lines), fontSize: SIZE.more },
        ...attendance(meeting.body.attendance, width),
        agendaTable(job, width),
      ],
    },
  }
}

function factsOfMeeting({ head: { meeting } }: PackJob): TextRun[] {
  const { place, chair } = meeting.body
  const labelled = (label: string, value: string | null): TextRun[] => [
    { text: `   ${label} `, color: QUIET },
    value === null ? { text: 'not recorded', ...MISSING } : value,
  ]
  return [
    { text: momentOf(meeting.body), bold: true },
    ...labelled('Place', place),
    ...labelled('Chair', chair),
  ]
}

function countWords(lines: readonly PackLine[]): string {
  const of = (state: PackLine['item']['body']['state']['state']): number =>
    lines.filter(({ item }) => item.body.state.state === state).length
  const cases = lines.length === 1 ? '1 case' : `${lines.length} cases`
  const ready = lines.filter(
    ({ item, readiness }) => item.body.state.state === 'forDiscussion' && readiness.ready,
  ).length
  return `${cases}: ${of('forDiscussion')} for discussion (${ready} ready), ${of('notDiscussed')} listed and not discussed, ${of('deferred')} deferred`
}

function attendance(people: readonly Attendee[], width: number): PdfNode[] {
  if (people.length === 0) return []
  const half = Math.ceil(people.length / 2)
  const cells = (person: Attendee | undefined): TableCell[] =>
    person === undefined
      ? ['', '', '']
      : [
          { text: roleName(person), color: QUIET },
          person.name === null
            ? { text: [{ text: 'name not recorded', ...MISSING }] }
            : person.name,
          PRESENCE_LABEL[person.presence],
        ]
  const columns = ['Role', 'Name', 'Attendance'].map((head, at) => ({
    head,
    width: at === 2 ? 52 : ('*' as const),
  }))
  return [
    sectionTable({
      heading: { title: 'Attendance', aside: [`${people.length} listed`] },
      width,
      columns: [...columns, ...columns],
      rows: Array.from({ length: half }, (_, at) => [
        ...cells(people[at]),
        ...cells(people[half + at]),
      ]),
    }),
  ]
}

/** The list in the order of the screen, whoever has a section. */
function agendaTable({ head: { lines }, today }: PackJob, width: number): PdfNode {
  return sectionTable({
    heading: { title: 'Cases', aside: ['in the order of the list'] },
    width,
    columns: [
      { head: 'No.', width: 20, alignment: 'right' },
      { head: 'Patient', width: '*' },
      { head: 'Question', width: '*' },
      { head: 'Listed, presenter, awaited, missing', width: '*' },
    ],
    rows: lines.map(line => [
      { text: String(line.item.position), bold: true, alignment: 'right' },
      { text: patientRuns(bannerOfPatient(line.patient, today)) },
      line.question === null
        ? { text: [{ text: 'question not recorded', ...MISSING }] }
        : { text: line.question },
      { text: stateRuns(line) },
    ]),
  })
}

function stateRuns({ item, readiness, outcome }: PackLine): TextRun[] {
  const { state, presenter, awaited, note, cameFrom } = item.body
  const part = (label: string, words: string): TextRun[] => [
    { text: ` · ${label} `, color: QUIET },
    words,
  ]
  const missing = readiness.required.map(({ label }) => label)
  return [
    { text: stateWords(state, NO_DAYS), bold: state.state !== 'forDiscussion' },
    ...(presenter === null ? [] : part('presented by', presenter)),
    ...stillAwaited(awaited).flatMap(one => part('result:', awaitedWords(one))),
    ...(missing.length === 0 ? [] : part('missing:', missing.join(', '))),
    ...(cameFrom === null ? [] : [{ text: ' · ', color: QUIET }, cameFromWords(cameFrom)]),
    ...(outcome === 'none' ? [] : part('outcome', outcome === 'signed' ? 'signed' : 'not signed')),
    ...(note === null ? [] : part('note:', note)),
  ]
}
