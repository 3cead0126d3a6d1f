import { randomUUID } from 'node:crypto'
import { PAPERS } from '../../../shared/ipc/contract.ts'
import type { PackKind } from '../../../shared/meeting/pack.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { type Command, choiceOf, textOf, UsageError, type Values } from '../command.ts'
import { meetingOf } from '../meeting.ts'
import { pagesWords, writeOut } from '../outFile.ts'
import { pathOf } from '../paths.ts'
import { sinceOf } from '../since.ts'
import { inWorkspace, WORKSPACE_OPTIONS } from '../workspace.ts'

const KINDS = ['pack', 'supplement', 'letter'] as const satisfies readonly PackKind[]

const OPTIONS = {
  ...WORKSPACE_OPTIONS,
  meeting: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string' },
} as const

/** Writes the papers of a meeting: the pack, its supplement or its letters. */
export const pack: Command = {
  name: 'pack',
  usage: [
    'pack --workspace DIR --meeting ID-or-date --out FILE.pdf [--kind pack|supplement|letter]',
    '        [--cutoff …] [--paper …] [--since DAY] [--no-sheets]: sheets to write on are left out',
  ],
  options: {
    ...OPTIONS,
    kind: { type: 'string' },
    cutoff: { type: 'string' },
    since: { type: 'string' },
    'no-sheets': { type: 'boolean' },
  },
  run: values => write(values, choiceOf(values, 'kind', KINDS)),
}

/** Writes the list of a meeting alone. */
export const agenda: Command = {
  name: 'agenda',
  usage: ['agenda --workspace DIR --meeting ID-or-date --out FILE.pdf [--paper …]'],
  options: OPTIONS,
  run: values => write(values, 'agenda'),
}

async function write(values: Values, kind: PackKind): Promise<void> {
  const out = textOf(values, 'out')
  if (out === null) throw new UsageError('--out is needed.')
  const given = textOf(values, 'meeting')
  if (given === null) throw new UsageError('--meeting is needed.')
  const options = {
    kind,
    patientIds: null,
    cutoff: choiceOf(values, 'cutoff', CUTOFFS),
    paper: choiceOf(values, 'paper', PAPERS),
    since: sinceOf(values),
    outcomeSheets: values['no-sheets'] !== true,
    password: null,
  }
  const file = pathOf(out)
  await inWorkspace(values, async ask => {
    const { id: meetingId } = await meetingOf(ask, given)
    const job = randomUUID()
    const { bytes, pages } = await ask('pack:render', { job, options: { ...options, meetingId } })
    // On record before it leaves: a file without its record would be worse than a record without its file.
    await ask('pack:record', { job, action: 'export' })
    writeOut(file, bytes)
    process.stdout.write(pagesWords(pages))
  })
}
