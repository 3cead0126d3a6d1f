import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Case } from '../../../shared/case/entry.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { type Command, choiceOf, textOf, UsageError } from '../command.ts'
import { readDemoCase } from '../demo.ts'
import { caseOf, inWorkspace, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Prints the board model, which screen and paper render and nothing else. */
export const board: Command = {
  name: 'board',
  usage: [
    "board --demo --json [--cutoff '>=1'|'>=10'|'>10']",
    'board --workspace DIR --patient ID-or-number --json [--cutoff …]',
  ],
  options: {
    ...WORKSPACE_OPTIONS,
    demo: { type: 'boolean' },
    patient: { type: 'string' },
    json: { type: 'boolean' },
    cutoff: { type: 'string' },
  },
  async run(values) {
    if (values.json !== true) throw new UsageError('--json is needed: the board is data.')
    const cutoff = choiceOf(values, 'cutoff', CUTOFFS)
    const print = (of: Case) =>
      process.stdout.write(`${JSON.stringify(boardOf(of, { cutoff, today: today() }), null, 2)}\n`)
    if (values.demo === true) {
      if (textOf(values, 'workspace') !== null)
        throw new UsageError('--demo and --workspace exclude each other.')
      print(await readDemoCase())
      return
    }
    const patient = textOf(values, 'patient')
    if (patient === null) throw new UsageError('--patient is needed.')
    await inWorkspace(values, async ask => {
      print(await caseOf(ask, patient))
    })
  },
}

/** The day on this machine's wall, `2026-11-22`. */
function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
