import { randomUUID } from 'node:crypto'
import { PAPERS } from '../../../shared/ipc/contract.ts'
import { NO_MEETINGS } from '../../../shared/meeting/patientMeetings.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import type { SinceMoment } from '../../../shared/since/choice.ts'
import { DEMO_USER } from '../../demo/demoWorkspace.ts'
import { createSummaryPort } from '../../paperPort.ts'
import { createPdfEngine } from '../../pdf/pdfService.ts'
import { type Command, choiceOf, textOf, UsageError, type Values } from '../command.ts'
import { readDemoCase } from '../demo.ts'
import { pagesWords, writeOut } from '../outFile.ts'
import { pathOf } from '../paths.ts'
import { sinceOf } from '../since.ts'
import { caseOf, inWorkspace, PDF_WORKER_URL, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Writes the PDF summary of one patient. */
export const summary: Command = {
  name: 'summary',
  usage: [
    "summary --demo --out FILE.pdf [--cutoff '>=1'|'>=10'|'>10'] [--paper A4|LETTER]",
    'summary --workspace DIR --patient ID-or-number --out FILE.pdf [--cutoff …] [--paper …]',
    '        [--since DAY|last-meeting], DAY such as 12-Nov-2026 or -7d: marks and lists what is new',
  ],
  options: {
    ...WORKSPACE_OPTIONS,
    demo: { type: 'boolean' },
    patient: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    paper: { type: 'string' },
    since: { type: 'string' },
  },
  async run(values) {
    const out = textOf(values, 'out')
    if (out === null) throw new UsageError('--out is needed.')
    const options = {
      cutoff: choiceOf(values, 'cutoff', CUTOFFS),
      paper: choiceOf(values, 'paper', PAPERS),
      password: null,
      since: sinceOf(values),
    }
    await (values.demo === true
      ? ofDemo(values, options, pathOf(out))
      : ofPatient(values, options, pathOf(out)))
  },
}

type Options = Readonly<{
  cutoff: (typeof CUTOFFS)[number]
  paper: (typeof PAPERS)[number]
  password: null
  since: SinceMoment | null
}>

async function ofDemo(values: Values, options: Options, out: string): Promise<void> {
  if (textOf(values, 'workspace') !== null)
    throw new UsageError('--demo and --workspace exclude each other.')
  if (options.since !== null)
    throw new UsageError('--since needs a --workspace: the demo on its own has no history.')
  const engine = createPdfEngine({ workerUrl: PDF_WORKER_URL })
  try {
    const { bytes, pages } = await createSummaryPort(engine).render(
      {
        ...options,
        case: await readDemoCase(),
        meetings: NO_MEETINGS,
        photographs: [],
        earlier: null,
        printedBy: { name: DEMO_USER, role: 'oncologist' },
        printedAt: new Date().toISOString(),
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    )
    writeOut(out, bytes)
    process.stdout.write(pagesWords(pages))
  } finally {
    await engine.close()
  }
}

async function ofPatient(values: Values, options: Options, out: string): Promise<void> {
  const patient = textOf(values, 'patient')
  if (patient === null) throw new UsageError('--patient is needed.')
  await inWorkspace(values, async ask => {
    const { id: patientId } = (await caseOf(ask, patient)).patient
    const job = randomUUID()
    const { bytes, pages } = await ask('summary:render', {
      job,
      options: { ...options, patientId },
    })
    // On record before it leaves: a file without its record would be worse than a record without its file.
    await ask('summary:record', { job, action: 'export' })
    writeOut(out, bytes)
    process.stdout.write(pagesWords(pages))
  })
}
