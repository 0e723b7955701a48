import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stopAsking } from './coding-eval/ask.ts'
import { measureTasks } from './coding-eval/measure.ts'
import { gradeTable, totals } from './coding-eval/report.ts'
import { checkBehaviourGraders, checkCodeGraders } from './coding-eval/self-check.ts'
import { type CodingTask, readTasks } from './coding-eval/tasks.ts'
import { killAll } from './prove/process.ts'

// npm run eval:coding -- [task]… [--command 'my-model --stdin'] [--seconds 600] [--json results.json] [--code-only] | --self-check
const root = join(import.meta.dirname, '..')

const howTo = [
  'The numbers are unmeasured until a model is at hand. To measure, name a command that asks one:',
  '',
  "  npm run eval:coding -- --command 'my-model --stdin' --json results.json",
  '',
  'It is run in a folder with the project, gets the prompt on standard input, and edits the files there or answers with fenced blocks such as',
  '`python file=shop/tasks.py`. What it writes is run on this machine: use one that may break, or --code-only. CONTRIBUTING.md says more.',
  'Whether the graders tell right answers from wrong ones: npm run eval:coding -- --self-check',
].join('\n')

let isStopped = false

/** Ends every command, check and server; what has to be tidied up is tidied up where it was waited for. */
function stopAll(): void {
  isStopped = true
  process.exitCode = 130
  stopAsking()
  killAll()
}

function chosenFrom(all: readonly CodingTask[], ids: readonly string[]): readonly CodingTask[] {
  const unknown = ids.filter((id) => !all.some((task) => task.id === id))
  if (unknown.length > 0) throw new Error(`there is no task ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}`)
  return all.filter(({ id }) => ids.length === 0 || ids.includes(id))
}

function secondsIn(text: string): number {
  const seconds = Number(text)
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Error(`--seconds ${text} is no length of time`)
  return seconds
}

async function selfCheck(tasks: readonly CodingTask[], codeOnly: boolean): Promise<void> {
  const inCode = tasks.flatMap(checkCodeGraders)
  const problems = codeOnly ? inCode : [...inCode, ...(await checkBehaviourGraders(root, tasks, { isStopped: () => isStopped }))]
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode ||= 1
  else console.log(`The graders of ${tasks.length} tasks pass the solutions and fail the wrong answers, ${codeOnly ? 0 : tasks.filter(({ check }) => check !== null).length} of them by running both`)
}

async function measure(tasks: readonly CodingTask[], text: string, { seconds, json, codeOnly }: { readonly seconds: number; readonly json: string | undefined; readonly codeOnly: boolean }): Promise<void> {
  const onTask = (id: string): void => {
    if (process.stderr.isTTY) console.error(id)
  }
  const graded = await measureTasks(root, tasks, { command: { text, seconds }, runs: !codeOnly, onTask, isStopped: () => isStopped })
  if (isStopped) return
  console.log(gradeTable(graded))
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ command: text, runs: !codeOnly, ...totals(graded), tasks: graded }, null, 2)}\n`)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      command: { type: 'string' },
      seconds: { type: 'string', default: '600' },
      json: { type: 'string' },
      'code-only': { type: 'boolean', default: false },
      'self-check': { type: 'boolean', default: false },
    },
  })
  const tasks = chosenFrom(await readTasks(root), positionals)
  const codeOnly = values['code-only']
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
  if (values['self-check']) return selfCheck(tasks, codeOnly)
  if (values.command === undefined) console.log(`${tasks.length} tasks: ${tasks.map(({ id }) => id).join(', ')}\n\n${howTo}`)
  else await measure(tasks, values.command, { seconds: secondsIn(values.seconds), json: values.json, codeOnly })
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode ||= 2
})
