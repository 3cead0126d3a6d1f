// Prints "PASSED FAILED" for the JSON report of vitest or Playwright. A skipped test is a failed one: nothing is left out
// in the pipeline. Exit code 1 without a report.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const { passed, failed } =
  report.stats === undefined
    ? {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
      }
    : {
        // A browser that was starved of the machine once gets a second try; the log names every test that needed it.
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected + report.stats.skipped + report.errors.length,
      }
process.stdout.write(`${passed} ${failed}\n`)
