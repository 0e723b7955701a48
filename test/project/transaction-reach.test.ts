import { describe, expect, test } from 'vitest'
import { reachedSends } from './reached.ts'

const opened = (imports: string, body: string) => `
  import { PrismaClient } from '@prisma/client'
  ${imports}
  const prisma = new PrismaClient()
  export async function main(given) { await prisma.$transaction(async (tx) => { ${body} }) }`

/** The ways from the transaction in `main.ts` to each send in `called.ts`. */
const ways = (called: string, imports: string, body: string) => reachedSends({ 'src/called.ts': called, 'src/main.ts': opened(imports, body) })

describe('what is called inside a transaction', () => {
  test.each([
    ['a function', 'export async function notify() { await send("it") }', "import { notify } from './called'", 'await notify()', 'notify'],
    ['under another name', 'export async function notify() { await send("it") }', "import { notify as tell } from './called'", 'await tell()', 'notify'],
    ['of a whole module', 'export const notify = async () => { await send("it") }', "import * as called from './called'", 'await called.notify()', 'notify'],
    ['exported by default', 'export default async function notify() { await send("it") }', "import tell from './called'", 'await tell()', 'notify'],
    ['a constant exported by default', 'const notify = async () => send("it")\nexport default notify', "import tell from './called'", 'await tell()', 'notify'],
    ['without a name', 'export default async () => { await send("it") }', "import tell from './called'", 'await tell()', 'default'],
    ['a method of an object', 'export const mailer = { async notify() { await send("it") } }', "import { mailer } from './called'", 'await mailer.notify()', 'notify'],
    ['a function of an object', 'export const mailer = { notify: async () => { await send("it") } }', "import { mailer } from './called'", 'await mailer.notify()', 'notify'],
    ['of an object made by a function', 'export function make() { const notify = async () => { await send("it") }; return { notify } }', "import { make } from './called'", 'await make().notify()', 'notify'],
    ['a method', 'export class Mailer { async notify() { await send("it") } }', "import { Mailer } from './called'", 'await new Mailer().notify()', 'notify'],
    ['a field', 'export class Mailer { notify = async () => { await send("it") } }', "import { Mailer } from './called'", 'await new Mailer().notify()', 'notify'],
    ['on the class', 'export class Mailer { static async notify() { await send("it") } }', "import { Mailer } from './called'", 'await Mailer.notify()', 'notify'],
    ['on the one instance', 'class Mailer { async notify() { await send("it") } }\nexport const mailer = new Mailer()', "import { mailer } from './called'", 'await mailer.notify()', 'notify'],
    ['a constructor', 'export class Mailer { constructor() { send("it") } }', "import { Mailer } from './called'", 'new Mailer()', 'Mailer'],
    ['an inherited constructor', 'class Base { constructor() { send("it") } }\nexport class Mailer extends Base {}', "import { Mailer } from './called'", 'new Mailer()', 'Base'],
    ['behind an interface', 'export interface Port { notify(): void }\nexport class Mailer implements Port { notify() { send("it") } }', "import type { Port } from './called'", 'const port = given as Port; const own: Port = given; own.notify()', 'notify'],
    ['behind an abstract class', 'export abstract class Port { abstract notify(): void }\nexport class Mailer extends Port { notify() { send("it") } }', "import type { Port } from './called'", 'const own: Port = given; own.notify()', 'notify'],
  ])('%s', (_, called, imports, body, step) => {
    expect(ways(called, imports, body)).toEqual({ it: [`prisma.$transaction > ${step}`] })
  })

  test('a service that the framework hands to the constructor', () => {
    const found = reachedSends({
      'src/mailer.service.ts': 'export class MailerService { async notify() { await send("it") } }',
      'src/orders.service.ts': `
        import { DataSource } from 'typeorm'
        import { MailerService } from './mailer.service'
        export class OrdersService {
          constructor(private readonly source: DataSource, private readonly mailer: MailerService) {}
          async create() { await this.source.transaction(async (em) => { await this.place(em) }) }
          private async place(em) { await this.mailer.notify() }
        }`,
    })
    expect(found).toEqual({ it: ['this.source.transaction > place > notify'] })
  })

  test('a method that a base class calls is that of the object it was called on', () => {
    const called = `
      export abstract class Job { async run() { await this.step() } abstract step() }
      export class Mail extends Job { async step() { await send("mail") } }
      export class Index extends Job { async step() { await send("index") } }`
    const found = ways(called, "import { Mail } from './called'", 'await new Mail().run()')
    expect(found).toEqual({ mail: ['prisma.$transaction > run > step'], index: [] })
  })

  test('a function that looks whether a transaction is open knows what it does', () => {
    const called = 'export async function notify(runner) { if (runner.isTransactionActive) later.push(1); else await send("it") }'
    expect(ways(called, "import { notify } from './called'", 'await notify(tx)')).toEqual({ it: [] })
  })

  test('a generator runs when it is read', () => {
    expect(ways('export function* notify() { send("it") }', "import { notify } from './called'", 'const all = notify()')).toEqual({ it: [] })
  })
})

describe('arguments that keep a call from being reached', () => {
  const reached = (called: string, call: string) => ways(called, "import { notify } from './called'", `await ${call}`)['it']?.length === 1

  const option = 'export async function notify(order, options: { quiet?: boolean; kind?: string } = {}) { if (!options.quiet) await send("it") }'
  const parts = 'export async function notify(order, { quiet = false, kind } = {}) { if (quiet || kind === "none") return; await send("it") }'
  const handle = 'export async function notify(order, tx?) { if (tx !== undefined) return; await send("it") }'
  const inner = 'export async function notify(orders, options) { orders.forEach((order) => { if (!options?.quiet) send("it") }) }'

  test.each([
    [option, 'notify(1, { quiet: true })', false],
    [option, 'notify(1, { quiet: false })', true],
    [option, 'notify(1, given)', true],
    [parts, 'notify(1, { quiet: true })', false],
    [parts, 'notify(1, { kind: "none" })', false],
    [parts, 'notify(1, { kind: "some" })', true],
    [parts, 'notify(1)', true],
    [handle, 'notify(1, "handle")', false],
    [handle, 'notify(1)', true],
    [handle, 'notify(1, undefined)', true],
    [inner, 'notify([], { quiet: true })', false],
    [inner, 'notify([], {})', true],
    [inner, 'notify([])', true],
  ])('%s\n%s', (called, call, expected) => {
    expect(reached(called, call)).toBe(expected)
  })

  test('of a method, whose object is no argument', () => {
    const called = 'export class Mailer { async notify(order, quiet) { if (quiet === true) return; await send("it") } static async tell(quiet) { if (quiet) return; await send("static") } }'
    const imports = "import { Mailer } from './called'"
    expect(ways(called, imports, 'await new Mailer().notify(1, true); await Mailer.tell(true)')).toEqual({ it: [], static: [] })
    expect(ways(called, imports, 'await new Mailer().notify(1, false); await Mailer.tell(false)')).toEqual({
      it: ['prisma.$transaction > notify'],
      static: ['prisma.$transaction > tell'],
    })
  })
})
