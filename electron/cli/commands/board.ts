import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Case } from '../../../shared/case/entry.ts'
import { dayAt } from '../../../shared/dates/zone.ts'
import type { EarlierCase } from '../../../shared/history/earlierCase.ts'
import { NO_MEETINGS, type PatientMeetings } from '../../../shared/meeting/patientMeetings.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { markBoard } from '../../../shared/since/markBoard.ts'
import type { News } from '../../../shared/since/news.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import { MACHINE_ZONE } from '../../services/clock.ts'
import { type Command, choiceOf, textOf, UsageError } from '../command.ts'
import { readDemoCase } from '../demo.ts'
import { sinceOf } from '../since.ts'
import { inWorkspace, openCaseOf, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Prints the board model, which screen and paper render and nothing else. */
export const board: Command = {
  name: 'board',
  usage: [
    "board --demo --json [--cutoff '>=1'|'>=10'|'>10']",
    'board --workspace DIR --patient ID-or-number --json [--cutoff …] [--since DAY|last-meeting]',
  ],
  options: {
    ...WORKSPACE_OPTIONS,
    demo: { type: 'boolean' },
    patient: { type: 'string' },
    json: { type: 'boolean' },
    cutoff: { type: 'string' },
    since: { type: 'string' },
  },
  async run(values) {
    if (values.json !== true) throw new UsageError('--json is needed: the board is data.')
    const cutoff = choiceOf(values, 'cutoff', CUTOFFS)
    const day = dayAt(Date.now(), MACHINE_ZONE)
    const since = sinceOf(values)
    const print = (of: Case, list: PatientMeetings, earlier: EarlierCase | null) => {
      const meetings = { list, zone: MACHINE_ZONE }
      const plain = boardOf(of, { cutoff, today: day, meetings })
      const told =
        earlier === null ? plain : withNews(plain, newsOf(of, earlier, reading(plain, day)))
      process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
    }
    if (values.demo === true) {
      if (textOf(values, 'workspace') !== null)
        throw new UsageError('--demo and --workspace exclude each other.')
      if (since !== null)
        throw new UsageError('--since needs a --workspace: the demo on its own has no history.')
      print(await readDemoCase(), NO_MEETINGS, null)
      return
    }
    const patient = textOf(values, 'patient')
    if (patient === null) throw new UsageError('--patient is needed.')
    await inWorkspace(values, async ask => {
      const { case: of, meetings } = await openCaseOf(ask, patient)
      const patientId = of.patient.id
      print(
        of,
        meetings,
        since === null ? null : (await ask('case:since', { patientId, since })).earlier,
      )
    })
  },
}

function reading(board: Board, today: string) {
  return { board, today, zone: MACHINE_ZONE }
}

/** The board with everything that is new marked in it, and told after it. */
function withNews(board: Board, news: News) {
  return { ...markBoard(board, news), news: { ...news, marked: [...news.marked] } }
}
