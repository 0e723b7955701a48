import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { linkProject } from '../../analysis/project/link.ts'

const entity = "import { Entity, PrimaryColumn } from 'typeorm'\n\n@Entity()\nexport class Order {\n  @PrimaryColumn() id!: number\n}\n"

/** `file: text is kind, or the secret` for all that is handed to a wrapper and tells something. */
function forwarded(files: Readonly<Record<string, string>>): readonly string[] {
  return linkProject(memoryWorkspace(new Map(Object.entries(files)))).files.flatMap(({ forwardedPayloads }) =>
    forwardedPayloads.flatMap(({ file, argument }) => argument.values.map(({ text, shape, secret }) => `${file}: ${text} is ${secret?.evidence ?? shape.kind}`)),
  )
}

/** The wrapper, and one call of it by a function that has an order and a request. */
function through(wrapper: string, call: string): readonly string[] {
  return forwarded({
    'src/order.ts': entity,
    'src/wrapper.ts': `import { Queue } from 'bullmq'\n\nconst queue = new Queue('orders')\n${wrapper}\n`,
    'src/main.ts': `import { send } from './wrapper'\nimport { Order } from './order'\n\nexport async function main(order: Order, request) {\n  ${call}\n}\n`,
  })
}

test.each<[string, string, readonly string[]]>([
  ["export const send = (data) => queue.add('x', data)", 'await send({ order, id: order.id })', ['src/main.ts: order is entity']],
  ["export async function send(data) { await queue.add('x', { ...data, at: 1 }) }", 'await send({ order })', ['src/main.ts: order is entity']],
  ["export const send = (order) => queue.add('x', { order })", 'await send(order)', ['src/main.ts: order is entity']],
  ["export const send = ({ order, note }) => queue.add('x', { order, note })", "await send({ order, note: 'x' })", ['src/main.ts: order is entity']],
  ["export const send = (job) => queue.add(job.name, job.data)", "await send({ name: 'x', data: { order } })", ['src/main.ts: order is entity']],
  ["export const send = (name, data) => queue.add(name, { payload: data })", "await send('x', { key: process.env.STRIPE_SECRET_KEY })", ['src/main.ts: process.env.STRIPE_SECRET_KEY is process.env.STRIPE_SECRET_KEY']],
  ["const inner = (data) => queue.add('x', data)\nexport const send = (data) => inner(data)", 'await send({ order })', ['src/main.ts: order is entity']],
  ["export const send = (data) => queue.add('x', { id: data.id })", 'await send(order)', []],
  ["export const send = (data) => queue.add('x', plain(data))", 'await send({ order })', []],
  ["export function send(data) { data = plain(data); return queue.add('x', data) }", 'await send({ order })', []],
  ["export const send = (data) => { if (typeof data === 'number') return queue.add('x', { data }) }", 'await send(order)', []],
  ["export const send = (data) => queue.add('x', data)", 'await send({ id: order.id })', []],
  ["export const send = (data) => queue.add('x', data)", 'await send(...request)', []],
  ["import { Order } from './order'\nexport const send = (order: Order) => queue.add('x', { order })", 'await send(order)', []],
])('%s: %s', (wrapper, call, expected) => {
  expect(through(wrapper, call)).toEqual(expected)
})

test('a method of a class that is handed in', () => {
  const jobs = "import { InjectQueue } from '@nestjs/bullmq'\nimport { Queue } from 'bullmq'\n\nexport class Jobs {\n  constructor(@InjectQueue('orders') private readonly queue: Queue) {}\n  enqueue(name: string, data: object) {\n    return this.queue.add(name, data)\n  }\n}\n"
  const main = "import { Jobs } from './jobs'\nimport { Order } from './order'\n\nexport class Orders {\n  constructor(private readonly jobs: Jobs) {}\n  async close(order: Order) {\n    await this.jobs.enqueue('close', { order })\n  }\n}\n"
  expect(forwarded({ 'src/order.ts': entity, 'src/jobs.ts': jobs, 'src/orders.ts': main })).toEqual(['src/orders.ts: order is entity'])
})

test('what Python hands to a static method has no object before it', () => {
  const source =
    'from celery import shared_task\nfrom django.db import models\n\nclass Order(models.Model): ...\n\n@shared_task\ndef send(order, copy): ...\n\nclass Mails:\n    @staticmethod\n    def later(number, order):\n        send.delay(number, order)\n\n    def now(self, order):\n        send.delay(1, order)\n\n' +
    'def main():\n    order = Order.objects.get()\n    Mails.later(order.pk, order)\n    Mails().now(order)\n'
  expect(forwarded({ 'shop/main.py': source })).toEqual(['shop/main.py: order is entity', 'shop/main.py: order is entity'])
})
