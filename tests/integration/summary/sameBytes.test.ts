import { afterAll, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import { createPdfEngine } from '../../../electron/pdf/pdfService.ts'
import type { SummaryJob } from '../../../electron/pdf/summary/summaryJob.ts'
import {
  buildCase,
  buildContext,
  buildDetails,
  buildEntry,
  buildPatient,
} from '../../support/builders.ts'
import { PRINTED } from './printSummary.ts'

const workerUrl = new URL('../../../electron/pdf/worker.ts', import.meta.url)
const engine = createPdfEngine({ workerUrl })
afterAll(() => engine.close())
const demo = await demoCase(
  new URL('../../../resources/demo/wu-2024.json', import.meta.url).pathname,
)
const { news: _, ...printed } = PRINTED
const job: SummaryJob = {
  kind: 'summary',
  meetings: [],
  case: demo,
  cutoff: '>=1',
  today: '2026-11-22',
  earlier: null,
  paper: 'A4',
  ...printed,
}
const other = buildCase(
  [buildEntry(1, buildContext({ question: 'Xylophon Żółć 王小明 Ωμέγα Вы fi ffl ÄÖ' }))],
  buildPatient({ details: buildDetails({ familyName: 'Synthetic-Ørsted', givenName: 'Łucja' }) }),
)

async function bytesOf(one: SummaryJob): Promise<Buffer> {
  const result = await engine.render(one)
  if (!result.ok) throw new Error(result.error.code)
  return Buffer.from(result.value.bytes)
}

test('what was printed before leaves nothing behind: the same case gives the same bytes', async () => {
  const first = await bytesOf(job)
  await bytesOf({ ...job, case: other })
  const second = await bytesOf(job)
  expect(second.equals(first)).toBe(true)
})
