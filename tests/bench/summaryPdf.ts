import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { ROOT } from '../../electron/build.ts'
import { demoCase } from '../../electron/demo/demoCase.ts'
import { demoFileIn } from '../../electron/demo/demoWorkspace.ts'
import { createPdfEngine } from '../../electron/pdf/pdfService.ts'
import { defineSummary, type SummaryJob } from '../../electron/pdf/summary/summaryJob.ts'
import { CHROMIUM_FLAGS, chromiumPath, openChromium } from '../support/chromium.ts'
import { readPdf } from '../support/pdf/readPdf.ts'
import { type Bench, fasterRow, type Row, slowerRow } from './bench.ts'
import { htmlOf } from './htmlOf.ts'
import { interleave } from './interleave.ts'
import { NOTO_SANS, plainDocumentLike } from './plainPdf.ts'

const WHAT = 'summary PDF of the published case'

/** The summary as the product makes it, in its warm worker, against other programs with the same words to print. */
export const summaryPdf: Bench = {
  name: 'pdf',
  run: async ({ quick, remark }) => {
    const folder = mkdtempSync(join(tmpdir(), 'metboard-bench-'))
    const engine = createPdfEngine({
      workerUrl: new URL('../../electron/pdf/worker.ts', import.meta.url),
    })
    try {
      await engine.warmUp()
      const job = await summaryJob()
      const render = async () => {
        const result = await engine.render(job)
        if (!result.ok) throw new Error(`the summary was not rendered: ${result.error.code}`)
        return result.value
      }
      const ours = async () => void (await render())
      const { bytes } = await render()
      const { pages, text } = await readPdf(bytes)
      remark(`pdf: the summary has ${pages.length} pages and ${text.length} characters`)
      const html = join(folder, 'summary.html')
      const fonts = {
        400: pathToFileURL(NOTO_SANS.regular).href,
        600: pathToFileURL(NOTO_SANS.bold).href,
      }
      writeFileSync(html, htmlOf(defineSummary(job), fonts))
      const plain = await plainDocumentLike(bytes)
      const sides = await interleave(ours, async () => void (await plain()), {
        warmUp: quick ? 3 : 10,
        rounds: quick ? 5 : 40,
        perRound: 1,
      })
      return [
        slowerRow({ what: WHAT, against: 'plain pdfmake, same length', sides }, { most: 2 }),
        await againstChromium(ours, html, quick),
        await againstStartedChromium(ours, html, quick),
        await againstChromiumCommand(ours, html, quick),
        await againstLibreOffice(ours, html, quick),
      ]
    } finally {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function summaryJob(): Promise<SummaryJob> {
  return {
    kind: 'summary',
    photographs: [],
    meetings: [],
    case: await demoCase(demoFileIn(join(ROOT, 'resources'))),
    cutoff: '>=1',
    today: '2026-11-22',
    earlier: null,
    paper: 'A4',
    printedBy: { name: 'Dr Synthetic', role: null },
    printedAt: '22-Nov-2026 14:32',
    createdAt: '2026-11-22T14:32:00.000Z',
    password: null,
  }
}

/** A browser that is running already loads the page and prints it. */
async function againstChromium(
  ours: () => Promise<undefined>,
  html: string,
  quick: boolean,
): Promise<Row> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const sides = await interleave(ours, () => printPage(page, html), {
      warmUp: 3,
      rounds: quick ? 5 : 30,
      perRound: 1,
    })
    return fasterRow({ what: WHAT, against: 'Chromium (running), print to PDF', sides }, 3)
  } finally {
    await browser.close()
  }
}

const COMMAND = 'chromium --headless --print-to-pdf'
/** Milliseconds. */
const COMMAND_TIMEOUT = 30_000

/** The command that a script would use: the browser starts for each print, as LibreOffice does. */
async function againstChromiumCommand(
  ours: () => Promise<undefined>,
  html: string,
  quick: boolean,
): Promise<Row> {
  const program = await chromiumPath()
  const folder = mkdtempSync(join(tmpdir(), 'metboard-bench-chromium-'))
  const file = join(folder, 'summary.pdf')
  const command = [
    ...CHROMIUM_FLAGS,
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${file}`,
    pathToFileURL(html).href,
  ]
  const print = () => {
    rmSync(file, { force: true })
    spawnSync(program, command, { stdio: 'ignore', timeout: COMMAND_TIMEOUT })
    return undefined
  }
  try {
    print()
    if (!existsSync(file)) {
      const notMeasured = 'the Chromium that is here prints nothing by command'
      return { what: WHAT, against: COMMAND, notMeasured }
    }
    const sides = await interleave(ours, print, {
      warmUp: 2,
      rounds: quick ? 3 : 12,
      perRound: 1,
    })
    return fasterRow({ what: WHAT, against: COMMAND, sides }, 3)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function launchChromium(): Promise<Browser> {
  return openChromium()
}

async function printPage(page: Page, html: string): Promise<undefined> {
  await page.goto(pathToFileURL(html).href)
  await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true })
}

/** The browser starts for each print, driven by Playwright. */
async function againstStartedChromium(
  ours: () => Promise<undefined>,
  html: string,
  quick: boolean,
): Promise<Row> {
  const print = async () => {
    const browser = await launchChromium()
    try {
      return await printPage(await browser.newPage(), html)
    } finally {
      await browser.close()
    }
  }
  const sides = await interleave(ours, print, { warmUp: 1, rounds: quick ? 3 : 12, perRound: 1 })
  return fasterRow({ what: WHAT, against: 'Chromium (started for it), print to PDF', sides }, 3)
}

/** LibreOffice starts for each conversion, as it does from a script. */
async function againstLibreOffice(
  ours: () => Promise<undefined>,
  html: string,
  quick: boolean,
): Promise<Row> {
  const against = 'LibreOffice, convert to PDF'
  const program = ['soffice', 'libreoffice'].find(
    name => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  )
  if (program === undefined)
    return { what: WHAT, against, notMeasured: 'LibreOffice is not installed' }
  const folder = mkdtempSync(join(tmpdir(), 'metboard-bench-office-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const convert = () => {
      const { status } = spawnSync(
        program,
        [
          profile,
          '--headless',
          '--convert-to',
          'pdf:writer_web_pdf_Export',
          '--outdir',
          folder,
          html,
        ],
        { stdio: 'ignore' },
      )
      if (status !== 0) throw new Error('LibreOffice did not convert the page')
      return undefined
    }
    const sides = await interleave(ours, convert, {
      warmUp: 1,
      rounds: quick ? 2 : 8,
      perRound: 1,
    })
    return fasterRow({ what: WHAT, against, sides }, 10)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
