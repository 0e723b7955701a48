import { describe, expect, test } from 'vitest'
import { reachedSends, sentInside } from './reached.ts'

describe('decorators of libraries', () => {
  const decorated = (head: string, decorator: string) => reachedSends({ 'src/main.ts': `${head}\nexport class Orders {\n${decorator}\nasync create() { await send('it') }\n}` })['it']

  test.each([
    ['typeorm-transactional', '@Transactional()'],
    ['typeorm-transactional', '@Transactional({ propagation: Propagation.REQUIRES_NEW })'],
    ['@mikro-orm/core', '@Transactional()'],
    ['@mikro-orm/decorators/legacy', '@Transactional()'],
    ['@nestjs-cls/transactional', "@Transactional('reports', Propagation.Mandatory)"],
  ])('%s: %s', (module, decorator) => {
    expect(decorated(`import { Propagation, Transactional } from '${module}'`, decorator)).toEqual([decorator])
  })

  test.each(["@Transactional(Propagation.Supports)", "@Transactional({ propagation: Propagation.NOT_SUPPORTED })", "@Transactional({ propagation: 'never' })"])('%s opens nothing', (decorator) => {
    expect(decorated("import { Propagation, Transactional } from 'typeorm-transactional'", decorator)).toEqual([])
  })

  test('joined into a decorator of the project', () => {
    const head = "import { applyDecorators } from '@nestjs/common'\nimport { Transactional } from 'typeorm-transactional'\nconst Safe = () => applyDecorators(Logged(), Transactional())"
    expect(decorated(head, '@Safe()')).toEqual(['@Safe()'])
  })

  test('what the method calls is inside, unless it sets the transaction aside or waits for the commit', () => {
    const source = `
      import { Propagation, Transactional, runOnTransactionCommit } from 'typeorm-transactional'
      export class Orders {
        @Transactional() async create() { this.notify(); await this.apart(); await this.along(); runOnTransactionCommit(() => { send('committed') }) }
        private notify() { send('notify') }
        @Transactional({ propagation: Propagation.NOT_SUPPORTED }) private async apart() { await send('apart') }
        @Transactional({ propagation: Propagation.SUPPORTS }) private async along() { await send('along') }
      }`
    expect(sentInside(source)).toEqual(['notify', 'along'])
  })
})

describe('decorators of the project', () => {
  test.each([
    'const original = descriptor.value\ndescriptor.value = function (...given) { return this.source.transaction(async (tx) => original.apply(this, given)) }\nreturn descriptor',
    'const original = descriptor.value\ndescriptor.value = async function (...given) { const runner = this.runner(); await runner.startTransaction(); const result = await original.call(this, ...given); await runner.commitTransaction(); return result }',
  ])('%s', (body) => {
    const source = `export function Atomic() { return (target, key, descriptor) => { ${body} } }\nexport class Orders { @Atomic() async create() { await send('it') } }`
    expect(reachedSends({ 'src/main.ts': source })).toEqual({ it: ['@Atomic()'] })
  })

  test('not one that only measures', () => {
    const source = `
      export function Timed(target, key, descriptor) { const original = descriptor.value; descriptor.value = async function (...given) { start(); return original.apply(this, given) } }
      export class Orders { @Timed async create() { await send('it') } }`
    expect(sentInside(source)).toEqual([])
  })
})

describe('what an object-relational mapper calls while it saves', () => {
  test('subscribers of TypeORM, save after the commit or on loading', () => {
    const source = `
      import { EventSubscriber, type EntitySubscriberInterface } from 'typeorm'
      @EventSubscriber()
      export class OrderSubscriber implements EntitySubscriberInterface<Order> {
        async afterInsert(event) { await send('afterInsert') }
        async beforeRemove(event) { await send('beforeRemove') }
        async afterTransactionCommit(event) { await send('afterTransactionCommit') }
        async afterLoad(entity) { await send('afterLoad') }
        afterInsertOfOthers() { send('another method') }
      }`
    expect(reachedSends({ 'src/main.ts': source })).toEqual({
      afterInsert: ['the save that calls afterInsert'],
      beforeRemove: ['the removal that calls beforeRemove'],
      afterTransactionCommit: [],
      afterLoad: [],
      'another method': [],
    })
  })

  test('listeners of an entity', () => {
    const source = `
      import { AfterLoad, AfterUpdate, BeforeRemove, Entity } from 'typeorm'
      @Entity()
      export class Order { @AfterUpdate() notify() { send('update') } @BeforeRemove() gone() { send('remove') } @AfterLoad() read() { send('load') } }`
    expect(reachedSends({ 'src/main.ts': source })).toEqual({ update: ['the save that calls notify'], remove: ['the removal that calls gone'], load: [] })
  })

  test('subscribers of MikroORM, which need no decorator', () => {
    const source = "import type { EventSubscriber } from '@mikro-orm/core'\nexport class S implements EventSubscriber<Order> { async afterCreate() { await send('it') } async afterFlush() { await send('flush') } }"
    expect(sentInside(source)).toEqual(['it'])
  })

  test('a class that is no subscriber has methods of the same name', () => {
    expect(sentInside("export class Hooks { async afterInsert() { await send('it') } }")).toEqual([])
  })
})
