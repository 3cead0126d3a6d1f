/**
 * Measures what the design sets budgets for: `npm run bench`, with `-- --only NAME` for one bench, `--quick` for a small
 * scale that says nothing about the budgets, `--strict` for exit code 1 where a budget is not met.
 */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { axis } from './axis.ts'
import type { Bench, BenchOptions } from './bench.ts'
import { blocks } from './blocks.ts'
import { clickToBoard } from './clickToBoard.ts'
import { cutoff } from './cutoff.ts'
import { keys } from './keys.ts'
import { openPatient } from './openPatient.ts'
import { pack } from './pack.ts'
import { photographs } from './photographs.ts'
import { readiness } from './readiness.ts'
import { search } from './search.ts'
import { startElectron } from './startElectron.ts'
import { summaryPdf } from './summaryPdf.ts'
import { switchPatient } from './switchPatient.ts'
import { type NamedRow, printTable } from './table.ts'

const BENCHES: readonly Bench[] = [
  axis,
  openPatient,
  clickToBoard,
  switchPatient,
  keys,
  search,
  summaryPdf,
  pack,
  blocks,
  startElectron,
  cutoff,
  readiness,
  photographs,
]

await main()

async function main(): Promise<void> {
  const asked = readArguments()
  if (asked === null) {
    const names = BENCHES.map(({ name }) => name).join(', ')
    process.stderr.write(
      `usage: npm run bench -- [--only NAME] [--quick] [--strict]\nNAME: ${names}\n`,
    )
    process.exitCode = 2
    return
  }
  const say = (text: string) => void process.stderr.write(`${text}\n`)
  const remarks: string[] = []
  const rows: NamedRow[] = []
  say(machine())
  for (const bench of asked.benches) {
    say(`${bench.name} …`)
    const options: BenchOptions = { quick: asked.quick, say, remark: text => remarks.push(text) }
    try {
      const found = (await bench.run(options)).map(row => ({ bench: bench.name, row }))
      rows.push(...found)
      say(printTable(found))
    } catch (error) {
      // What the other benches find is not lost.
      process.stderr.write(
        `${bench.name} crashed: ${error instanceof Error ? error.stack : error}\n`,
      )
      process.exitCode = 1
    }
  }
  process.stdout.write(`\n${machine()}\n\n${printTable(rows)}\n`)
  if (remarks.length > 0) process.stdout.write(`\n${remarks.join('\n')}\n`)
  if (asked.quick) process.stdout.write('\nA quick run: too small to judge a budget by.\n')
  const missed = rows.flatMap(({ row }) => ('budgets' in row ? row.budgets : []))
  if (asked.strict && missed.some(({ isMet }) => !isMet)) process.exitCode = 1
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
      },
    })
    const { only, quick, strict } = values
    const benches = BENCHES.filter(({ name }) => only === undefined || name === only)
    return benches.length === 0 ? null : { benches, quick, strict }
  } catch {
    return null
  }
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const load = loadavg()[0]?.toFixed(1)
  return `${availableParallelism()} cores (${model}), ${gigabytes} GB, ${process.platform} ${process.arch}, Node ${process.version}, load ${load}`
}
