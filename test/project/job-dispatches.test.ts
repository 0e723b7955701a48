import { expect, test } from 'vitest'
import { dispatchesOf, valuesSent } from './sent.ts'

const files = {
  'src/queues.ts':
    "import { FlowProducer, Queue } from 'bullmq'\nimport Bull from 'bull'\nimport { PgBoss } from 'pg-boss'\nimport { names } from './names'\n\n" +
    "export const mails = new Queue(names.mails)\nexport const queues = { pdf: new Queue('pdf') }\nexport const flows = new FlowProducer()\nexport const old = new Bull('old', process.env.REDIS_URL)\n" +
    "export const boss = new PgBoss('postgres://')\nlet lazy: Queue | undefined\nexport function lazyQueue() {\n  lazy ??= new Queue('lazy')\n  return lazy\n}\n" +
    "export class Mails {\n  private readonly queue = new Queue('own')\n  #hidden = new Queue('hidden')\n  constructor(private readonly given: Queue) {}\n  send(id: number) {\n    return [this.queue.add('own', id), this.#hidden.add('hidden', id), this.given.add('given', id)]\n  }\n}\n",
  'src/names.ts': "export const names = { mails: 'mails' } as const\nexport enum Jobs { Welcome = 'welcome' }\n",
}

/** `queue/job timing [payload]` for every dispatch of a module. */
function sent(source: string): readonly string[] {
  const imports = "import { boss, flows, lazyQueue, mails, old, queues } from './queues'\nimport { Jobs } from './names'\n\n"
  const { dispatches } = { dispatches: dispatchesOf({ ...files, 'src/main.ts': `${imports}export async function main(a, b, trx, options) {\n${source}\n}` }) }
  return dispatches
    .filter(({ file }) => file === 'src/main.ts')
    .map(({ queue, taskName, timing, payload }) => {
      const texts = payload.flatMap(({ name, values }) => values.map(({ text }) => (name === null ? text : `${name}=${text}`)))
      return `${queue ?? '?'}/${taskName ?? '?'} ${timing} [${texts.join(', ')}]`
    })
}

test.each<[string, readonly string[]]>([
  ["mails.add(Jobs.Welcome, { a, to: b, list: [1, a] })", ['mails/welcome now [a=a, to=b, list=1, list=a]']],
  ["mails.add('x', a)", ['mails/x now [a]']],
  ["mails.add('x', { ...a, b })", ['mails/x now [b=b]']],
  ["const payload = { a }; mails.add('x', payload)", ['mails/x now [a=payload.a]']],
  ["const payload = { a }; payload.a = b; mails.add('x', payload)", ['mails/x now [payload]']],
  ["queues.pdf.addBulk([{ name: 'x', data: { a } }, { name: 'y', data: b }])", ['pdf/? now [a=a, b]']],
  ["mails.addBulk(a.map((each) => ({ name: 'x', data: { each } })))", ['mails/x now [each=each]']],
  ["const jobs = []; for (const each of a) jobs.push({ name: 'x', data: { each } }); mails.addBulk(jobs)", ['mails/x now [each=each]']],
  ['mails.addBulk(a)', ['mails/? now []']],
  ["mails.upsertJobScheduler('id', { every: 1000 }, { name: 'x', data: { a } })", ['mails/x now [a=a]']],
  ["flows.add({ name: 'x', queueName: 'pdf', data: { a }, children: [{ name: 'y', queueName: 'mails', data: { b } }] })", ['?/? now [a=a, b=b]']],
  ["lazyQueue().add('x', a)", ['lazy/x now [a]']],
  ['old.add({ a })', ['old/? now [a=a]']],
  ['old.add({ a }, { attempts: 3 })', ['old/? now [a=a]']],
  ["old.add('x', { a })", ['old/x now [a=a]']],
  ["old.add('x', { a }, options)", ['old/x now [a=a]']],
  ['old.add(a, options)', ['old/? now [a]']],
  ["boss.send('x', { a })", ['x/? now [a=a]']],
  ["boss.send({ name: 'x', data: { a } })", ['x/? now [a=a]']],
  ["boss.send('x', { a }, { db: trx })", ['x/? in-transaction [a=a]']],
  ["boss.send('x', { a }, options)", ['x/? in-transaction [a=a]']],
  ["boss.send('x', { a }, { priority: 1 })", ['x/? now [a=a]']],
  ["boss.sendAfter('x', { a }, {}, 60)", ['x/? now [a=a]']],
  ["boss.insert('x', [{ data: { a } }])", ['x/? now [a=a]']],
  ["boss.insert([{ name: 'x', data: { a } }])", ['x/? now [a=a]']],
  ["boss.insert('x', [{ data: { a } }], { db: trx })", ['x/? in-transaction [a=a]']],
  ["boss.schedule('x', '0 3 * * *', { a })", ['x/? now [a=a]']],
  ['new Set().add(a)', []],
  ['a.send(b)', []],
])('%s', (source, expected) => {
  expect(sent(source)).toEqual(expected)
})

test('queues in fields, made there or handed in', () => {
  expect(dispatchesOf(files).map(({ queue, taskName }) => [taskName, queue])).toEqual([['own', 'own'], ['hidden', 'hidden'], ['given', null]])
})

test('a queue that is injected has the name of its injection', () => {
  const source =
    "import { InjectQueue } from '@nestjs/bullmq'\nimport { Queue } from 'bullmq'\n\nexport class Service {\n  @InjectQueue('pdf') private readonly pdf: Queue\n  constructor(@InjectQueue('mails') private readonly mails: Queue) {}\n" +
    "  run() {\n    return [this.mails.add('x', {}), this.pdf.add('y', {})]\n  }\n}\n"
  expect(dispatchesOf({ 'src/service.ts': source }).map(({ queue }) => queue)).toEqual(['mails', 'pdf'])
})

test('the work of a queue is the task that a dispatch reaches, where there is one', () => {
  const source =
    "import { Queue, Worker } from 'bullmq'\n\nasync function work(job) {}\nconst logged = (run) => async (job) => run(job)\n\nnew Worker('mails', work)\nnew Worker('pdf', logged(work))\nnew Worker('twice', work)\nnew Worker('twice', async () => {})\nnew Worker('file', './worker.js')\n" +
    "for (const name of ['a']) new Worker(name, work)\nexport const sent = ['mails', 'pdf', 'twice', 'file'].length\nexport function send() {\n  return [new Queue('mails').add('x', {}), new Queue('pdf').add('x', {}), new Queue('twice').add('x', {}), new Queue('file').add('x', {})]\n}\n"
  expect(dispatchesOf({ 'src/main.ts': source }).map(({ task }) => task?.handlerName ?? null)).toEqual(['work', 'work', null, null])
})

test('workers that functions of the project make', () => {
  const workers =
    "import { Worker } from 'bullmq'\nimport { logged } from '@acme/log'\n\nexport function start(name: string, run) {\n  return new Worker(name, logged(run))\n}\n"
  const main = "import { Queue } from 'bullmq'\nimport { start } from './workers'\n\nasync function work(job) {}\n\nstart('mails', work)\nexport const send = () => new Queue('mails').add('x', {})\n"
  expect(dispatchesOf({ 'src/workers.ts': workers, 'src/main.ts': main }).map(({ task }) => task?.handlerName)).toEqual(['work'])
})

test('pg-boss over a connection of the project sends through that', () => {
  const source =
    "import { PgBoss } from 'pg-boss'\n\nconst boss = new PgBoss('postgres://')\nexport function main(db) {\n  const own = new PgBoss({ db })\n  return [boss.send('x', {}), own.send('x', {})]\n}\n"
  expect(dispatchesOf({ 'src/main.ts': source }).map(({ timing }) => timing)).toEqual(['now', 'in-transaction'])
})

test.each([
  ['order', 'order.number', true],
  ['order: order', 'order.number', false],
  ['rows: orders.map((each) => each)', null, false],
])('{ %s } is shown how to send the key instead', (entry, text, isShorthand) => {
  const source =
    `import { Queue } from 'bullmq'\nimport { Entity, PrimaryColumn } from 'typeorm'\n\n@Entity()\nexport class Order {\n  @PrimaryColumn() number!: string\n}\n\nconst queue = new Queue('orders')\n\nexport function send(order: Order, orders: Order[]) {\n  return queue.add('x', { ${entry} })\n}\n`
  expect(valuesSent({ 'src/main.ts': source }).map((value) => [value.shape.kind, value.identifierText, value.isShorthand ?? false])).toEqual([['entity', text, isShorthand]])
})

test('nothing is a queue where no package of queues is used', () => {
  expect(dispatchesOf({ 'src/main.ts': "import { Queue } from './queue'\nconst queue = new Queue('x')\nexport const sent = queue.add('x', {})\n", 'src/queue.ts': 'export class Queue { add(name, data) {} }\n' })).toEqual([])
})
