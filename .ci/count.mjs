// Prints "PASSED FAILED" for the JSON report of vitest or Playwright, and appends to a file what failed, each with the
// beginning of its message. A skipped test is a failed one: nothing is left out in the pipeline. Exit code 1 without a report.
import { appendFileSync, readFileSync } from 'node:fs'

const [report, list] = process.argv.slice(2)
const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')))
if (list !== undefined) appendFileSync(list, failed.map(line => `${line}\n`).join(''))
process.stdout.write(`${passed} ${failed.length}\n`)

function read(of) {
  return of.stats === undefined ? ofVitest(of) : ofPlaywright(of)
}

function ofVitest({ numPassedTests, testResults }) {
  const tests = testResults.flatMap(({ name, status, message, assertionResults }) => [
    ...assertionResults
      .filter(test => test.status !== 'passed')
      .map(test => told(`${name} › ${test.fullName}`, test.status, test.failureMessages?.[0])),
    // A file that cannot be read has no tests.
    ...(status === 'failed' && assertionResults.length === 0 ? [told(name, status, message)] : []),
  ])
  return { passed: numPassedTests, failed: tests }
}

function ofPlaywright({ stats, suites, errors }) {
  const bad = suites
    .flatMap(specsIn)
    .flatMap(spec => spec.tests.map(test => ({ spec, test })))
    .filter(({ test }) => test.status === 'unexpected' || test.status === 'skipped')
    .map(({ spec, test }) =>
      told(`${spec.file} › ${spec.title}`, test.status, test.results.at(-1)?.error?.message),
    )
  return {
    // A browser that was starved of the machine once gets a second try; the log names every test that needed it.
    passed: stats.expected + stats.flaky,
    failed: [...bad, ...errors.map(error => told('outside a test', 'error', error.message))],
  }
}

function specsIn(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]
}

function told(name, status, message = '') {
  return `${name} (${status})\n    ${message.slice(0, 1500).replaceAll('\n', '\n    ')}`
}
