import { describe, expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const shop = {
  'src/order.ts': `
    import { BaseEntity, Column, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm'
    import type { Line } from './line'
    @Entity()
    export class Order extends BaseEntity {
      @PrimaryGeneratedColumn() id!: number
      @OneToMany(() => Line, (line) => line.order) lines!: Line[]
      get first(): Line { return this.lines[0]! }
    }`,
  'src/line.ts': `
    import { Entity, Repository } from 'typeorm'
    @Entity('lines')
    export class Line { id!: number }
    export class LineRepository extends Repository<Line> {
      oldest() { return this.findOne({ order: { id: 'ASC' } }) }
    }`,
  'src/queues.ts': `
    import { Queue } from 'bullmq'
    export enum Name { Mail = 'mail', Index = 'index' }
    export const mail = new Queue(Name.Mail)
    export const queues = { mail, index: new Queue('index') }
    export type Mailer = Queue
    export interface Bus { readonly queue: Queue; find(id: string): Promise<import('./order').Order> }
    export const names = ['a', 'b']
    export default mail`,
  'src/index.ts': `export * from './queues'\nexport { default as first } from './queues'\nexport { Order as Purchase } from './order'\n`,
}

function shown(source: string, path = 'src/main.ts'): readonly string[] {
  return shownTypes({ ...shop, [path]: source }, path)
}

describe('imports', () => {
  test.each<[string, string]>([
    ["import mail from './queues'\nshow(mail)", 'bullmq.Queue()'],
    ["import { mail as post } from './queues.js'\nshow(post.add)", 'bullmq.Queue().add'],
    ["import * as all from './queues'\nshow(all.queues.index)", 'bullmq.Queue()'],
    ["import { queues, first, Purchase } from '.'\nshow(queues.mail)", 'bullmq.Queue()'],
    ["import { first } from './index'\nshow(first)", 'bullmq.Queue()'],
    ["import { Purchase } from './index'\nshow(new Purchase())", 'entity Order'],
    ["import { Name } from './queues'\nshow(Name.Mail)", '"mail"'],
    ["const { mail } = require('./queues')\nshow(mail)", 'bullmq.Queue()'],
    ["const all = require('./queues')\nshow(all.mail)", 'bullmq.Queue()'],
    ["import Bull from 'bull'\nshow(new Bull('mail'))", 'bull.Queue()'],
    ["const Bull = require('bull')\nshow(new Bull('mail'))", 'bull.Queue()'],
    ["import PgBoss from 'pg-boss'\nshow(new PgBoss('').send)", 'pg-boss.PgBoss().send'],
    ["import { PgBoss } from 'pg-boss'\nshow(new PgBoss('').send)", 'pg-boss.PgBoss().send'],
    ["import { PrismaClient } from './generated/client'\nshow(new PrismaClient())", './generated/client.PrismaClient()'],
    ['show(open)', 'unknown'],
    ['show(process.env.TOKEN)', 'globalThis.process.env.TOKEN'],
  ])('%s', (source, type) => {
    expect(shown(source)[0]).toBe(type)
  })
})

describe('classes', () => {
  const service = (body: string) => `import { Queue } from 'bullmq'\nimport type { Bus, Mailer } from './queues'\nimport { LineRepository } from './line'\n${body}`
  test.each<[string, string]>([
    ['class A { constructor(private readonly queue: Queue) {}\n run() { show(this.queue) } }', 'bullmq.Queue()'],
    ['class A { queue = new Queue("a")\n run = async () => { show(this.queue) } }', 'bullmq.Queue()'],
    ['class A { private queue: Queue\n constructor() { this.queue = new Queue("a") }\n run() { [1].map(() => { show(this.queue) }) } }', 'bullmq.Queue()'],
    ['class A { static queue = new Queue("a")\n static run() { show(this.queue) } }', 'bullmq.Queue()'],
    ['class A { get queue() { return new Queue("a") } }\nshow(new A().queue)', 'bullmq.Queue()'],
    ['class A extends Queue {\n add(name: string) { show(super.add) } }', 'bullmq.Queue().add'],
    ['function f(queues: Queue[]) { const [first] = queues\n show(first) }', 'bullmq.Queue()'],
    ['const f = ([first]: Queue[]) => show(first)', 'bullmq.Queue()'],
    ['class A extends Queue {}\nshow(new A("a").add)', 'bullmq.Queue().add'],
    ['function f(bus: Bus) { show(bus.queue) }', 'bullmq.Queue()'],
    ['function f(mailer: Mailer) { show(mailer) }', 'bullmq.Queue()'],
    ['function f({ queue }: Bus) { show(queue) }', 'bullmq.Queue()'],
    ['function f({ a: { queue } }: { a: Bus }) { show(queue) }', 'bullmq.Queue()'],
    ['function f(queue?: Queue | null) { show(queue) }', 'bullmq.Queue()'],
    ['class A { private queues = new Map<string, Queue>()\n run(name: string) { show(this.queues.get(name)) } }', 'bullmq.Queue()'],
    ['const all: Record<string, Queue> = {}\nshow(all["a"])', 'bullmq.Queue()'],
    ['function f(all: Record<string, Queue>) { const { orders } = all\n show(orders) }', 'bullmq.Queue()'],
    ['function f(all: Record<string, Queue>) { for (const queue of Object.values(all)) show(queue) }', 'bullmq.Queue()'],
    ['function f(all: Map<string, Queue>) { for (const [, queue] of all) show(queue) }', 'bullmq.Queue()'],
    ['function f(all: Map<string, Queue>) { for (const [name] of all) show(name) }', 'unknown'],
    ['function make() { return { a: new Queue("a") } }\nshow(make().a)', 'bullmq.Queue()'],
    ['const make = async () => new Queue("a")\nasync function f() { const queue = await make()\n show(queue) }', 'bullmq.Queue()'],
    ['type Made = ReturnType<typeof make>\nfunction make() { return new Queue("a") }\nfunction f(made: Made) { show(made) }', 'bullmq.Queue()'],
    ['const make = () => [new Queue("a")]\nfor (const queue of make()) show(queue)', 'bullmq.Queue()'],
    ['async function f() { const [a] = await Promise.all([new Queue("a"), 1])\n show(a) }', 'bullmq.Queue()'],
  ])('%s', (source, type) => {
    expect(shown(service(source))[0]).toBe(type)
  })
})

describe('rows', () => {
  const rows = (body: string) => `import { DataSource, EntityManager, Repository, getRepository } from 'typeorm'\nimport { Order } from './order'\nimport { Line, LineRepository } from './line'\ndeclare const source: DataSource\n${body}`
  test.each<[string, string]>([
    ['show(new Order())', 'entity Order'],
    ['show(new Order().id)', 'identifier'],
    ['show(new Order().lines)', 'collection of entity Line'],
    ['show(new Order().first)', 'entity Line'],
    ['async function f() { show(await source.getRepository(Order).findOneBy({ id: 1 })) }', 'entity Order'],
    ['async function f() { const order = await getRepository(Order).findOneOrFail({ where: { id: 1 } })\n show(order) }', 'entity Order'],
    ['async function f() { show(await Order.findOneBy({ id: 1 })) }', 'entity Order'],
    ['class A { constructor(private orders: Repository<Order>) {}\n async f() { show(await this.orders.find()) } }', 'collection of entity Order'],
    ['class A { constructor(private orders: Repository<Order>) {}\n async f() { const order = this.orders.create({})\n show(await this.orders.save(order)) } }', 'entity Order'],
    ['async function f(lines: LineRepository) { show(await lines.oldest()) }', 'entity Line'],
    ['async function f(lines: LineRepository) { show(await lines.find()) }', 'collection of entity Line'],
    ['async function f(m: EntityManager) { show(await m.findOne(Order, { where: { id: 1 } })) }', 'entity Order'],
    ['async function f(m: EntityManager) { const line = m.create(Line)\n show(await m.save(line)) }', 'entity Line'],
    ['async function f(m: EntityManager) { show(await m.createQueryBuilder(Order, "o").where("1 = 1").getOne()) }', 'entity Order'],
    ['async function f() { show(await source.getRepository(Order).createQueryBuilder("o").getRawMany()) }', 'unknown'],
    ['async function f() { const [orders] = await Order.findAndCount()\n show(orders) }', 'collection of entity Order'],
    ['async function f() { (await Order.find()).map((order) => show(order)) }', 'entity Order'],
    ['async function f() { for (const order of await Order.find()) show(order) }', 'entity Order'],
    ['async function f() { show((await Order.find()).map(({ id }) => id)) }', 'collection of identifier'],
    ['async function f() { Order.findOneBy({ id: 1 }).then((order) => { show(order) }) }', 'entity Order'],
    ['async function f() { show(await Order.create({}).save()) }', 'entity Order'],
    ['async function f(lines: LineRepository) { show(await lines.save({ id: 1 })) }', 'unknown'],
    ['function f(...orders: Order[]) { show(orders) }', 'collection of entity Order'],
    ['import type { InsertEvent } from "typeorm"\nfunction f(event: InsertEvent<Order>) { show(event.entity) }', 'entity Order'],
    ['function f(order: Promise<Order>) { show(order) }', 'entity Order'],
    ['function f(order: Partial<Order>) { show(order) }', 'unknown'],
    ['class Dto implements Order {}\nshow(new Dto())', 'instance Dto'],
    ['function f(row: unknown) { if (row instanceof Order && row.id) show(row) }', 'entity Order'],
  ])('%s', (source, type) => {
    expect(shown(rows(source))[0]).toBe(type)
  })
})
