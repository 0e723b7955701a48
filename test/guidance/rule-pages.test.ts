import { expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { loadGuide } from '../../server/guidance/guide.ts'
import { guide } from '../../server/tools/guide.ts'
import { readReference } from '../../server/tools/read-reference.ts'

test.each([
  ['publishing to BullMQ from within an interactive Prisma transaction', 'dispatch-before-commit'],
  ['TypeError: job.data.booking.cancel is not a function, bullmq', 'object-argument'],
  ['retry pauses are ignored by my bull producer, backoff is set', 'retry-options-without-effect'],
  ['select data from pgboss.job reveals API tokens', 'secret-argument'],
  ['no await on queue.add of bullmq, the process crashes with an unhandled rejection', 'unawaited-dispatch'],
  ['bullmq attempts: Number.MAX_SAFE_INTEGER', 'uncapped-retry'],
])('a question about a queue of TypeScript gets the page of the rule alone: %s', async (request, rule) => {
  const { found, sections, rules: minded } = await guide({ request })
  expect(found).toBe(true)
  expect(sections.map(({ id, reference }) => ({ id, reference }))).toEqual([{ id: `rules#${rule}`, reference: 'rules' }])
  expect(sections[0]?.text).toContain('```ts\n// Right\n')
  expect(sections[0]?.text).toContain(`\`explain_rule\` with \`${rule}\``)
  expect(minded).toEqual([rule])
})

test.each(['BullMQ rate limiter per customer', 'pg-boss archive table grows, when is it deleted', 'bull-board behind nginx basePath', 'prisma migrate dev reports drift'])(
  'what no page answers gets none, nor a section about Celery: %s',
  async (request) => {
    expect((await guide({ request })).found).toBe(false)
  },
)

test('code in TypeScript leads to pages of rules, and to nothing where none stands out', async () => {
  const code = "import { Queue } from 'bullmq'\n\nconst mails = new Queue('mails')\n"
  const lost = await guide({ request: 'the row that was just inserted is not found by the worker', code, filename: 'src/mails.ts' })
  expect(lost.sections.map(({ id }) => id)).toEqual(['rules#dispatch-before-commit'])
  const plain = await guide({ request: 'is this right?', code, filename: 'src/mails.ts' })
  expect(plain.found).toBe(false)
  expect(plain.note).toContain('`review`')
})

test('a question about Celery keeps its section where the page of a rule says the same', async () => {
  const { sections } = await guide({ request: 'celery task does not find the row that was just saved' })
  expect(sections[0]?.id).toBe('django-integration#send-after-commit')
})

test.each(['can I nest a group inside a chain', 'express a schedule for the last day of the month', 'show the progress of a background task in the typescript frontend'])(
  'words that only look like TypeScript leave the sections in: %s',
  async (request) => {
    const { sections } = await guide({ request })
    expect(sections.length).toBeGreaterThan(0)
    expect(sections[0]?.reference).not.toBe('rules')
  },
)

test('the page of every rule can be given, with right code that names no file', async () => {
  const { sections } = await loadGuide()
  const pages = sections.filter(({ reference }) => reference === 'rules')
  expect(pages.map(({ id }) => id).toSorted()).toEqual(rules.map(({ id }) => `rules#${id}`).toSorted())
  for (const { text, costs } of pages) {
    expect(text).toMatch(/^```(?:python\n#|ts\n\/\/) Right\n/m)
    expect(text).not.toMatch(/^```\w+ /m)
    expect(costs.full.tokens).toBeLessThan(700)
  }
})

test('who asks for a page as if it stood in a reference is told how to read it', async () => {
  await expect(readReference({ id: 'rules#uncapped-retry' })).rejects.toThrow('read with `explain_rule`')
})
