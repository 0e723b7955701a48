import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { judge } from '../../scripts/conformance/judge.ts'
import { whileServed } from '../../scripts/conformance/served.ts'
import { prepareSuite, runSuite, type Suite } from '../../scripts/conformance/suite.ts'
import { findTargets } from '../../scripts/conformance/targets.ts'

const root = join(import.meta.dirname, '../..')
const targets = await findTargets(root)

let suite: Suite

beforeAll(async () => {
  suite = await prepareSuite(root, join(root, '.cache', 'conformance'))
})

test.for(targets)('$name passes every scenario of the conformance suite that applies to it', { timeout: 120_000 }, async ({ args, notApplicable }) => {
  const results = await whileServed(process.execPath, args, (url) => runSuite(suite, url))
  expect(judge(results, notApplicable)).toEqual([])
})

test('the server with the fixtures of the suite has no scenario that does not apply', () => {
  const { notApplicable } = targets.find(({ name }) => name === 'fixture-server') ?? {}
  expect(notApplicable).toEqual(new Map())
})
