import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { linkProject } from '../../analysis/project/link.ts'
import type { DroppedDispatch } from '../../analysis/model/dispatch.ts'

function dropped(files: Readonly<Record<string, string>>): readonly DroppedDispatch[] {
  return linkProject(memoryWorkspace(new Map(Object.entries(files)))).files.flatMap(({ droppedDispatches }) => droppedDispatches)
}

/** `callee` or `method drops callee` for every dispatch that one statement of an async function drops. */
function droppedBy(statement: string): readonly string[] {
  const source =
    "import { Queue } from 'bullmq'\n\nconst queue = new Queue('mails')\nasync function wrapped() {\n  await queue.add('x', {})\n}\nasync function guarded() {\n  try {\n    await queue.add('x', {})\n  } catch (error) {\n    console.error(error)\n  }\n}\n" +
    "async function rethrown() {\n  try {\n    await queue.add('x', {})\n  } catch (error) {\n    throw error\n  }\n}\nconst unguarded = async () => {\n  try {\n    return queue.add('x', {})\n  } catch {\n    return null\n  }\n}\nasync function twice() {\n  await wrapped()\n}\n\n" +
    `export async function main(items: string[], emitter) {\n${statement}\n}\n`
  return dropped({ 'src/main.ts': source }).map(({ text, droppedBy: method }) => (method === null ? text : `${method} drops ${text}`))
}

test.each<[string, readonly string[]]>([
  ["queue.add('x', {})", ['queue.add']],
  ["void queue.add('x', {})", []],
  ["await queue.add('x', {})", []],
  ["return queue.add('x', {})", []],
  ["const job = queue.add('x', {})", []],
  ["items.length > 0 && queue.add('x', {})", ['queue.add']],
  ["queue.add('x', {}).catch(console.error)", []],
  ["queue.add('x', {}).then(console.log)", ['queue.add']],
  ["queue.add('x', {}).then(console.log, console.error)", []],
  ["queue.add('x', {}).then(console.log).catch(console.error)", []],
  ["queue.add('x', {}).finally(console.log)", ['queue.add']],
  ["await queue.add('x', {}).then(console.log)", []],
  ["items.forEach((item) => { queue.add(item, {}) })", ['queue.add']],
  ['items.forEach((item) => queue.add(item, {}))', ['forEach drops queue.add']],
  ['items.forEach(async (item) => { await queue.add(item, {}) })', ['forEach drops queue.add']],
  ['items.forEach(async (item) => { try { await queue.add(item, {}) } catch {} })', []],
  ['items.map((item) => queue.add(item, {}))', ['map drops queue.add']],
  ['await Promise.all(items.map((item) => queue.add(item, {})))', []],
  ['Promise.all(items.map((item) => queue.add(item, {})))', ['queue.add']],
  ["Promise.all([queue.add('x', {}), fetch('x')])", ['queue.add']],
  ["await Promise.all([queue.add('x', {}), fetch('x')])", []],
  ['Promise.all(items.map((item) => queue.add(item, {}))).catch(console.error)', []],
  ['Promise.allSettled(items.map((item) => queue.add(item, {})))', []],
  ['const sent = items.map((item) => queue.add(item, {})); await Promise.all(sent)', []],
  ["emitter.on('x', async () => { await queue.add('x', {}) })", []],
  ["emitter.on('x', () => { queue.add('x', {}) })", ['queue.add']],
  ["fetch('x').then(() => queue.add('x', {}))", ['queue.add']],
  ["await fetch('x').then(() => queue.add('x', {}))", []],
  ['wrapped()', ['wrapped']],
  ['twice()', ['twice']],
  ['rethrown()', ['rethrown']],
  ['unguarded()', ['unguarded']],
  ['guarded()', []],
  ['await wrapped()', []],
  ['wrapped().catch(console.error)', []],
  ['items.forEach(() => wrapped())', ['forEach drops wrapped']],
])('%s', (statement, expected) => {
  expect(droppedBy(statement)).toEqual(expected)
})

test('the calls between a wrapper and the dispatch, and how to wait in place', () => {
  const files = {
    'src/send.ts': "import { queue } from './queue'\n\nexport async function send() {\n  await queue.add('x', {})\n}\n",
    'src/queue.ts': "import { Queue } from 'bullmq'\n\nexport const queue = new Queue('mails')\n",
    'src/main.ts': "import { send } from './send'\n\nexport async function notify() {\n  await send()\n}\n\nexport async function main() {\n  notify()\n}\n",
  }
  const [found, ...others] = dropped(files)
  expect(others).toEqual([])
  expect(found?.path.map(({ callee, location }) => `${callee} in ${location.file}`)).toEqual(['notify in src/main.ts', 'send in src/main.ts'])
  expect(found?.dispatch.file).toBe('src/send.ts')
  const start = files['src/main.ts'].lastIndexOf('notify()')
  expect(found?.awaiting).toEqual([{ span: { start, end: start }, text: 'await ' }])
})

test('a function that is not async cannot wait', () => {
  const source = "import { Queue } from 'bullmq'\n\nconst queue = new Queue('mails')\nexport function main() {\n  queue.add('x', {})\n}\n"
  expect(dropped({ 'src/main.ts': source }).map(({ awaiting }) => awaiting)).toEqual([[]])
})

test('a program that starts itself at the end of a module has nobody to wait for it', () => {
  const source = "import { Queue } from 'bullmq'\n\nconst queue = new Queue('mails')\nasync function main() {\n  await queue.add('x', {})\n}\n\nmain()\n"
  expect(dropped({ 'src/main.ts': source })).toEqual([])
})

test('a coroutine of Django Tasks that nobody awaits never starts', () => {
  const source = 'from django.tasks import task\n\n@task\ndef mail(order): ...\n\nasync def send(order):\n    mail.aenqueue(order)\n    await mail.aenqueue(order)\n    mail.enqueue(order)\n'
  expect(dropped({ 'shop/tasks.py': source }).map(({ text, neverStarts }) => [text, neverStarts])).toEqual([['mail.aenqueue', true]])
})
