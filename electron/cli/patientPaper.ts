import { randomUUID } from 'node:crypto'
import type { Role } from '../../shared/access/role.ts'
import type { Case } from '../../shared/case/entry.ts'
import { PAPERS } from '../../shared/ipc/contract.ts'
import { CUTOFFS } from '../../shared/receptors/cutoffId.ts'
import { DEMO_USER } from '../demo/demoWorkspace.ts'
import { createPdfEngine, type PdfEngine } from '../pdf/pdfService.ts'
import type { PdfControl } from '../services/ports.ts'
import { choiceOf, textOf, UsageError, type Values } from './command.ts'
import { readDemoCase } from './demo.ts'
import { pagesWords, writeOut } from './outFile.ts'
import { pathOf } from './paths.ts'
import { type Ask, caseOf, inWorkspace, PDF_WORKER_URL, WORKSPACE_OPTIONS } from './workspace.ts'

/** The options of every command that writes a document of one patient, of a workspace or of the demo. */
export const PAPER_OPTIONS = {
  ...WORKSPACE_OPTIONS,
  demo: { type: 'boolean' },
  patient: { type: 'string' },
  out: { type: 'string' },
  cutoff: { type: 'string' },
  paper: { type: 'string' },
} as const

type PaperOptions = Readonly<{
  cutoff: (typeof CUTOFFS)[number]
  paper: (typeof PAPERS)[number]
  password: null
}>

/** What a document of the demo is made from, on its own and with no workspace. */
type DemoInput = PaperOptions &
  Readonly<{
    case: Case
    photographs: []
    printedBy: Readonly<{ name: string; role: Role }>
    printedAt: string
  }>

type Made = Readonly<{ bytes: Uint8Array; pages: number }>

type Paper = Readonly<{
  noun: 'summary' | 'lesion'
  ofDemo: (engine: PdfEngine, input: DemoInput, control: PdfControl) => Promise<Made>
  ofPatient: (ask: Ask, of: Case, job: string, options: PaperOptions) => Promise<Made>
}>

/** Writes a document of the demo, or of a patient and then puts it on record. */
export async function writePaper(values: Values, paper: Paper): Promise<void> {
  const given = textOf(values, 'out')
  if (given === null) throw new UsageError('--out is needed.')
  const options: PaperOptions = {
    cutoff: choiceOf(values, 'cutoff', CUTOFFS),
    paper: choiceOf(values, 'paper', PAPERS),
    password: null,
  }
  const out = pathOf(given)
  const write = ({ bytes, pages }: Made) => {
    writeOut(out, bytes)
    process.stdout.write(pagesWords(pages))
  }
  if (values.demo === true) write(await madeOfDemo(values, options, paper))
  else await ofPatient(values, options, paper, write)
}

async function madeOfDemo(values: Values, options: PaperOptions, { ofDemo }: Paper): Promise<Made> {
  if (textOf(values, 'workspace') !== null)
    throw new UsageError('--demo and --workspace exclude each other.')
  const input: DemoInput = {
    ...options,
    case: await readDemoCase(),
    photographs: [],
    printedBy: { name: DEMO_USER, role: 'oncologist' },
    printedAt: new Date().toISOString(),
  }
  const engine = createPdfEngine({ workerUrl: PDF_WORKER_URL })
  try {
    return await ofDemo(engine, input, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
  } finally {
    await engine.close()
  }
}

async function ofPatient(
  values: Values,
  options: PaperOptions,
  paper: Paper,
  write: (made: Made) => void,
): Promise<void> {
  const patient = textOf(values, 'patient')
  if (patient === null) throw new UsageError('--patient is needed.')
  await inWorkspace(values, async ask => {
    const job = randomUUID()
    const made = await paper.ofPatient(ask, await caseOf(ask, patient), job, options)
    // On record before it leaves: a file without its record would be worse than a record without its file.
    await ask(`${paper.noun}:record`, { job, action: 'export' })
    write(made)
  })
}
