import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { filesIn } from '../../scripts/coding-eval/answer.ts'
import { gradeCode } from '../../scripts/coding-eval/grade-code.ts'
import { parseGrader } from '../../scripts/coding-eval/grader.ts'
import { checkCodeGraders } from '../../scripts/coding-eval/self-check.ts'
import { readTasks } from '../../scripts/coding-eval/tasks.ts'
import { rules } from '../../rules/registry.ts'
import { runProcess } from '../workshop/run-script.ts'

const repository = join(import.meta.dirname, '..', '..')
const tasks = await readTasks(repository)

test('there are twenty coding tasks, and each rule for Python is the trap of one', () => {
  expect(tasks).toHaveLength(20)
  const traps = new Set(tasks.flatMap(({ grader }) => grader.rules))
  expect(rules.map(({ id }) => id).filter((id) => !traps.has(id))).toEqual(['unawaited-dispatch'])
})

test.each(tasks)('$id: the graders pass the solution and fail what is wrong, as far as code can tell', (task) => {
  expect(checkCodeGraders(task)).toEqual([])
})

test('a grader says what is missing', () => {
  const grader = parseGrader('grader.yaml', 'starter: shop\nrules: []\nfacts: [{ task: sync, sent: true, mostRetries: 3, queue: slow }, { task: gone }]')
  expect(gradeCode(grader, new Map([['tasks.py', 'from celery import shared_task\n\n\n@shared_task\ndef sync():\n    pass\n']]))).toEqual([
    '`sync` is sent by nothing',
    '`sync` is not retried, or more than 3 times',
    '`sync` does not go to the queue slow',
    'there is no task `gone`',
  ])
})

test('a grader with an unknown rule is refused by its name', () => {
  expect(() => parseGrader('a/grader.yaml', 'starter: shop\nrules: [no-such-rule]\nfacts: [{ task: a }]')).toThrow(/^a\/grader\.yaml: .*\n?.*rules/)
})

test('files are taken from the blocks of an answer that name one', () => {
  const answer = 'Here:\n\n```python file=shop/tasks.py\nrun()\n```\n\n````md:README.md\n```\ninner\n```\n````\n\n```python\ntalk()\n```\n'
  expect([...filesIn(answer)]).toEqual([
    ['shop/tasks.py', 'run()\n'],
    ['README.md', '```\ninner\n```\n'],
  ])
})

test.each(['../outside.py', '/etc/outside.py', 'shop/../../outside.py'])('an answer that names %s is refused', (path) => {
  expect(() => filesIn(`\`\`\`python file=${path}\nx = 1\n\`\`\`\n`)).toThrow(`the answer names \`${path}\``)
})

async function evalCoding(...args: readonly string[]): Promise<Awaited<ReturnType<typeof runProcess>>> {
  return runProcess(process.execPath, ['--import', import.meta.resolve('tsx'), join(repository, 'scripts/coding-eval.ts'), ...args], repository)
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coding-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Answers by blocks: wrong at first, right when a review found something. */
const pupil = `
let prompt = ''
process.stdin.on('data', (text) => (prompt += text)).on('end', () => {
  const options = prompt.includes('## Found in review') ? 'soft_time_limit=600, rate_limit="2/m"' : 'soft_timelimit=600, rate_limit="2/m"'
  console.log('\`\`\`python file=shop/tasks.py\\nfrom celery import shared_task\\n\\n\\n@shared_task(queue="reports", ' + options + ')\\ndef build_report(year):\\n    return 1\\n\`\`\`')
})
`

test('a model is asked without guidance, and with guidance and a review', async () => {
  const folder = await emptyFolder()
  await writeFile(join(folder, 'pupil.mjs'), pupil)
  const json = join(folder, 'results.json')
  const { stdout, code } = await evalCoding('report-queue', '--command', `"${process.execPath}" "${join(folder, 'pupil.mjs')}"`, '--json', json, '--code-only')
  expect(code).toBe(0)
  expect(stdout).toMatch(/report-queue +fail +pass +\d+ \/ \d+/)
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    unguided: { passed: 0 },
    guided: { passed: 1 },
    tasks: [{ id: 'report-queue', unguided: { rounds: 1 }, guided: { rounds: 2, problems: [] } }],
  })
})

test('without a command the numbers are called unmeasured', async () => {
  const { stdout, code } = await evalCoding()
  expect([code, stdout]).toEqual([0, expect.stringContaining('unmeasured until a model is at hand')])
})

test.each([
  [['--command', 'no-such-model-here', 'report-queue', '--code-only'], 'The command cannot be run'],
  [['no-such-task'], 'there is no task no-such-task'],
  [['--command', 'true', '--seconds', 'soon'], '--seconds soon is no length of time'],
])('what cannot be done ends with 2: %j', async (args, message) => {
  const { stderr, code } = await evalCoding(...args)
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
})
