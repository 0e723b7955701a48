import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measure, type MeasuringOptions } from '../../bench/measure.ts'
import { type Tool } from '../../bench/tool.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

/** A tool that adds its name to the file `log` of the folder it looks at, and then does what `script` says. */
function scriptedTool(name: string, script: string): Tool {
  const body = `require('node:fs').appendFileSync(process.argv[1] + '/log', '${name} '); ${script}`
  return {
    name,
    version: '1.0.0',
    language: null,
    command: (folder) => ({ program: process.execPath, args: ['-e', body, folder], environment: {} }),
    exitCodes: [0, 1],
    read: ({ stdout }) => Promise.resolve({ findings: Number(JSON.parse(stdout)), files: 1, unread: 0 }),
  }
}

async function options(rounds: number, steps: string[] = []): Promise<MeasuringOptions> {
  const progress = { show: (step: string) => void steps.push(step), end: () => undefined }
  return { rounds, scratch: await temporaryFolder(), progress }
}

test('the tools take turns, each after one warm-up that is not counted', async () => {
  const folder = await temporaryFolder()
  const tools = [scriptedTool('a', 'console.log(3)'), scriptedTool('b', 'console.log(5); process.exitCode = 1')]
  const steps: string[] = []
  const measured = await measure(
    tools.map((tool) => ({ name: tool.name, tool, folder })),
    await options(2, steps),
  )
  expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('a b a b a b ')
  expect(measured.map(({ name, reading, runs }) => [name, reading.findings, runs.length])).toEqual([
    ['a', 3, 2],
    ['b', 5, 2],
  ])
  expect(steps).toEqual(['a: warm-up', 'b: warm-up', 'a: round 1 of 2', 'b: round 1 of 2', 'a: round 2 of 2', 'b: round 2 of 2'])
})

test.each([
  ['fails', 'console.error("out of memory"); process.exit(9)', /a ended with 9 and no result that can be used on .*\nout of memory/],
  ['says nothing', '', /a ended with 0 and no result that can be used/],
  ['prints something else', 'console.log("{")', /a ended with 0 .*\n\{/],
  ['is ended by a signal', 'process.kill(process.pid, "SIGKILL")', /^a /],
  ['changes its mind', 'const fs = require("node:fs"), log = fs.readFileSync(process.argv[1] + "/log", "utf8"); console.log(1); process.exitCode = log.length > 2 ? 1 : 0', /a ended with 1/],
])('a tool that %s stops the measurement with a reason', async (_, script, message) => {
  const folder = await temporaryFolder()
  appendFileSync(join(folder, 'log'), '')
  const measuring = measure([{ name: 'a', tool: scriptedTool('a', script), folder }], await options(1))
  await expect(measuring).rejects.toThrow(message)
})
