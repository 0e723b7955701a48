import { readFile } from 'node:fs/promises'

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/** Failed tests, and one for each test file that failed without running any. */
function failures({ testResults }: Report): number {
  return testResults
    .map(({ status, assertionResults }) => {
      const failed = assertionResults.filter((result) => result.status === 'failed').length
      return status === 'failed' ? Math.max(failed, 1) : failed
    })
    .reduce((total, count) => total + count, 0)
}

const [file] = process.argv.slice(2)
const text = file === undefined ? '' : await readFile(file, 'utf8')
if (text === '') {
  console.log('The tests did not run.')
  process.exitCode = 1
} else {
  const report = JSON.parse(text) as Report
  console.log(`${report.numPassedTests} passed, ${failures(report)} failed`)
}
