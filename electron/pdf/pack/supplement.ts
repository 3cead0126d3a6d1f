import { assertNever } from '../../../shared/assertNever.ts'
import { stateWords } from '../../../shared/board/meetings.ts'
import { formatMoment } from '../../../shared/dates/zone.ts'
import type { PackChange, PackSection } from '../../../shared/meeting/pack.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import type { PdfNode, PdfPart, TableCell, TextRun } from '../definition.ts'
import { machineZone } from '../machineZone.ts'
import { meetingLines } from '../summary/meetingsList.ts'
import { newsLines } from '../summary/newsList.ts'
import { QUIET, SIZE, sheetOf } from '../summary/paper.ts'
import type { Whole } from '../summary/runningFooter.ts'
import { sectionTable } from '../summary/sectionTable.ts'
import { NO_DAYS } from './agenda.ts'
import { meetingPages } from './meetingPages.ts'
import { meetingName, PACK_NAME } from './meetingWords.ts'
import { packBoard } from './packBoard.ts'
import type { PackJob } from './packJob.ts'
import { bannerOfPatient, patientRuns } from './patientWords.ts'

/** What is said of a patient whose record changed: read once, so that the case need not stay in memory. */
export type ChangedCase = Readonly<{ patientId: string; news: PdfNode[]; outcome: PdfNode[] }>

/** What changed in a case and in its outcome since the pack was printed. */
export function changedCase(job: PackJob, of: PackSection): ChangedCase {
  const { today } = job
  const { board, here } = packBoard(job, of)
  return {
    patientId: of.item.patientId,
    news:
      of.earlier === null
        ? []
        : newsLines(newsOf(of.case, of.earlier, { board, today, zone: machineZone })),
    outcome:
      here === null
        ? []
        : meetingLines(here, [here.when, here.title, here.state, here.question], SIZE.note),
  }
}

/** What is no longer as it was printed, in the order of the list. */
export function supplementPart(
  job: PackJob,
  cases: readonly ChangedCase[],
  whole: Whole | null,
): PdfPart {
  const { head, today } = job
  const { printed, meeting } = head
  const { width } = sheetOf(head.options.paper)
  const changes = printed?.changes ?? []
  return {
    ...meetingPages(job, whole === null ? '' : 'Changes', whole),
    content: {
      stack: [
        {
          text: PACK_NAME.supplement,
          tag: 'H1',
          fontSize: 15,
          bold: true,
          margin: [0, 8, 0, 0],
          bookmark: { title: PACK_NAME.supplement },
        },
        { text: meetingName(meeting.body), fontSize: SIZE.story },
        { text: sinceWords(job), fontSize: SIZE.more, margin: [0, 2, 0, 2] },
        ...(changes.length === 0
          ? []
          : [
              sectionTable({
                heading: { title: 'Changes', aside: ['in the order of the list'] },
                width,
                columns: [
                  { head: 'No.', width: 44 },
                  { head: 'Patient', width: 170 },
                  { head: 'What changed', width: '*' },
                ],
                rows: byPatient(changes).map((own): TableCell[] => {
                  const [first] = own
                  const patient =
                    first === undefined ? [] : patientRuns(bannerOfPatient(first.patient, today))
                  const of = cases.find(({ patientId }) => patientId === first?.patient.id)
                  return [
                    { text: placeWords(own), bold: true },
                    { text: patient },
                    { stack: own.flatMap(change => changeNodes(change, of)) },
                  ]
                }),
              }),
            ]),
      ],
    },
  }
}

function sinceWords({ head: { printed } }: PackJob): string {
  if (printed === null) return 'No pack of this meeting was printed before.'
  const { at, userName, changes } = printed
  const when = `the pack printed ${formatMoment(at, machineZone)} by ${userName}`
  return changes.length === 0 ? `Nothing changed since ${when}.` : `Changed since ${when}:`
}

/** The changes of each patient together, in their order. */
function byPatient(changes: readonly PackChange[]): PackChange[][] {
  const groups = new Map<string, PackChange[]>()
  for (const change of changes)
    groups.set(change.patient.id, [...(groups.get(change.patient.id) ?? []), change])
  return [...groups.values()]
}

function placeWords(own: readonly PackChange[]): string {
  const [first] = own
  if (first === undefined) return ''
  const { was, now } = first
  if (was === now || was === null) return String(now ?? '')
  return now === null ? `was ${was}` : `${now}, was ${was}`
}

function changeNodes(change: PackChange, of: ChangedCase | undefined): PdfNode[] {
  const said = (...runs: TextRun[]): PdfNode => ({ text: runs })
  switch (change.kind) {
    case 'added':
      return [said({ text: 'Added to the list', bold: true }, stateSuffix(change.stateNow))]
    case 'dropped':
      return [said({ text: 'Taken off the list', bold: true })]
    case 'moved':
      return [said({ text: `Moved from ${change.was} to ${change.now}`, bold: true })]
    case 'state':
      return [
        said(
          { text: 'Listed as: ', bold: true },
          change.stateNow === null ? '' : stateWords(change.stateNow, NO_DAYS),
          { text: ', was ', color: QUIET },
          change.stateWas === null ? 'nothing' : stateWords(change.stateWas, NO_DAYS),
        ),
      ]
    case 'case':
      return [said({ text: 'Record changed', bold: true }), ...(of?.news ?? [])]
    case 'outcome':
      return [said({ text: 'Outcome changed', bold: true }), ...(of?.outcome ?? [])]
    default:
      return assertNever(change.kind)
  }
}

function stateSuffix(state: PackChange['stateNow']): string {
  return state === null ? '' : `, ${stateWords(state, NO_DAYS)}`
}
