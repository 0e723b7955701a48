import { expect, test } from 'vitest'
import { judge } from '../../scripts/conformance/judge.ts'
import { readResults, type ScenarioResult } from '../../scripts/conformance/results.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const passed: ScenarioResult = { scenario: 'ping', problems: [], malformed: [] }
const failed: ScenarioResult = { scenario: 'tools-call-image', problems: ['tools-call-image (failure): no picture'], malformed: [] }
const reason = new Map([['tools-call-image', 'no tool answers with pictures']])

test('a scenario that does not pass is wrong unless a reason is listed', () => {
  expect(judge([passed, failed], new Map())).toEqual(['tools-call-image: tools-call-image (failure): no picture'])
  expect(judge([passed, failed], reason)).toEqual([])
})

test('a reason that is none any more is wrong', () => {
  expect(judge([passed, { ...failed, problems: [] }], reason)).toEqual(['tools-call-image is listed as not applicable, but passes'])
  expect(judge([passed], reason)).toEqual(['tools-call-image is listed as not applicable, but the suite has no such scenario'])
})

test('no reason excuses a message that the protocol does not allow', () => {
  expect(judge([{ ...failed, malformed: ['wire-schema-valid (failure): no name'] }], reason)).toEqual(['tools-call-image: wire-schema-valid (failure): no name'])
})

test.for([
  { statuses: ['SUCCESS', 'INFO'], problems: [] },
  { statuses: ['SUCCESS', 'FAILURE'], problems: ['check-1 (failure): what is looked at'] },
  { statuses: ['SUCCESS', 'WARNING'], problems: ['check-1 (warning): what is looked at'] },
  { statuses: ['SUCCESS', 'SKIPPED'], problems: ['check-1 (skipped): what is looked at'] },
  { statuses: ['INFO'], problems: ['nothing was checked'] },
])('checks that ended with $statuses', async ({ statuses, problems }) => {
  const checks = statuses.map((status, index) => ({ id: `check-${index}`, status, description: 'what is looked at' }))
  const form = { id: 'wire-schema-valid', status: 'SUCCESS', description: 'form' }
  const folder = await temporaryFolder({ 'server-tools-list-2026-01-31T22-42-56-509Z/checks.json': JSON.stringify([...checks, form]) })
  expect(await readResults(folder)).toEqual([{ scenario: 'tools-list', problems, malformed: [] }])
})
