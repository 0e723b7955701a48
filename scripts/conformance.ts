import { join } from 'node:path'
import { judge } from './conformance/judge.ts'
import { whileServed } from './conformance/served.ts'
import { prepareSuite, runSuite, type Suite } from './conformance/suite.ts'
import { findTargets, type Target } from './conformance/targets.ts'
import { killAll } from './prove/process.ts'

const root = join(import.meta.dirname, '..')

async function test(suite: Suite, { name, args, notApplicable }: Target): Promise<void> {
  const results = await whileServed(process.execPath, args, (url) => runSuite(suite, url))
  const passed = results.filter(({ problems }) => problems.length === 0)
  console.log(`${name}: ${passed.length} of ${results.length} scenarios pass, ${notApplicable.size} do not apply`)
  const wrong = judge(results, notApplicable)
  for (const line of wrong) console.error(`  ${line}`)
  if (wrong.length > 0) process.exitCode = 1
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, killAll)
try {
  const suite = await prepareSuite(root, join(root, '.cache', 'conformance'))
  for (const target of await findTargets(root)) await test(suite, target)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
