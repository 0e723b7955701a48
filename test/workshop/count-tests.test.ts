import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runScript } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function counted(report: string): Promise<unknown> {
  const folder = await temporaryFolder({ 'report.json': report })
  const { code, stdout } = await runScript('count-tests', [join(folder, 'report.json')])
  return { code, stdout }
}

test('passed and failed tests are counted, a file that could not be run as one failure', async () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(await counted(JSON.stringify({ numPassedTests: 3, testResults }))).toEqual({ code: 0, stdout: '3 passed, 3 failed\n' })
})

test('a run that left no report is said to have run no test', async () => {
  expect(await counted('')).toEqual({ code: 1, stdout: 'The tests did not run.\n' })
})
