import { randomUUID } from 'node:crypto'
import type { Case } from '../../../shared/case/entry.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { PAPERS } from '../../../shared/ipc/contract.ts'
import { CUTOFFS } from '../../../shared/receptors/cutoffId.ts'
import { DEMO_USER } from '../../demo/demoWorkspace.ts'
import { createLesionReportPort } from '../../lesionReportPort.ts'
import { createPdfEngine } from '../../pdf/pdfService.ts'
import { CliRefusal, type Command, choiceOf, textOf, UsageError, type Values } from '../command.ts'
import { readDemoCase } from '../demo.ts'
import { pagesWords, writeOut } from '../outFile.ts'
import { pathOf } from '../paths.ts'
import { caseOf, inWorkspace, PDF_WORKER_URL, WORKSPACE_OPTIONS } from '../workspace.ts'

/** Writes the report of one skin lesion. */
export const lesion: Command = {
  name: 'lesion',
  usage: [
    "lesion --demo --out FILE.pdf [--lesion LABEL] [--cutoff '>=1'|'>=10'|'>10'] [--paper A4|LETTER]",
    'lesion --workspace DIR --patient ID-or-number --lesion ID-or-label --out FILE.pdf',
    '        [--cutoff …] [--paper …]; LABEL such as L1, and not needed where there is one lesion',
  ],
  options: {
    ...WORKSPACE_OPTIONS,
    demo: { type: 'boolean' },
    patient: { type: 'string' },
    lesion: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    paper: { type: 'string' },
  },
  async run(values) {
    const out = textOf(values, 'out')
    if (out === null) throw new UsageError('--out is needed.')
    const options = {
      cutoff: choiceOf(values, 'cutoff', CUTOFFS),
      paper: choiceOf(values, 'paper', PAPERS),
      password: null,
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
}>

async function ofDemo(values: Values, options: Options, out: string): Promise<void> {
  if (textOf(values, 'workspace') !== null)
    throw new UsageError('--demo and --workspace exclude each other.')
  const of = await readDemoCase()
  const engine = createPdfEngine({ workerUrl: PDF_WORKER_URL })
  try {
    const { bytes, pages } = await createLesionReportPort(engine).render(
      {
        ...options,
        case: of,
        lesion: lesionOf(of, textOf(values, 'lesion')),
        photographs: [],
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
    const of = await caseOf(ask, patient)
    const job = randomUUID()
    const { bytes, pages } = await ask('lesion:render', {
      job,
      options: {
        ...options,
        patientId: of.patient.id,
        lesion: lesionOf(of, textOf(values, 'lesion')),
      },
    })
    // On record before it leaves: a file without its record would be worse than a record without its file.
    await ask('lesion:record', { job, action: 'export' })
    writeOut(out, bytes)
    process.stdout.write(pagesWords(pages))
  })
}

/** The lesion with an id or a label, or the only one there is. */
function lesionOf({ entries }: Case, given: string | null): EntryId {
  const lesions = entries.filter(
    ({ id, body }) =>
      body.kind === 'lesion' && (given === null || id === given || body.label === given),
  )
  const [only] = lesions
  if (only === undefined)
    throw new CliRefusal(
      given === null
        ? 'No skin lesion of this patient is recorded.'
        : 'This patient has no such skin lesion.',
    )
  if (lesions.length > 1)
    throw new CliRefusal('There are several skin lesions; say which with --lesion.')
  return only.id
}
