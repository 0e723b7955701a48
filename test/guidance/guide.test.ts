import { expect, test } from 'vitest'
import { countTokens } from '../../scripts/references/tokens.ts'
import { guide } from '../../server/tools/guide.ts'
import { showGuide } from '../../server/tools/guide-text.ts'

const requests = [
  'our task runs twice, why?',
  'Implement retry logic',
  'celery beat sends every job two times',
  'DoesNotExist: Order matching query does not exist. in my task right after save',
  'import a csv with a million rows and show progress',
  'send a welcome mail after sign-up',
]

test('a question leads to the sections that answer it, the best one whole, and says why', async () => {
  const answer = await guide({ request: 'dead letter queue on rabbitmq' })
  expect(answer.found).toBe(true)
  const [first, ...others] = answer.sections
  expect(first).toMatchObject({ id: 'error-handling#dead-letters-rabbitmq', reference: 'error-handling' })
  expect(first?.text).toContain('```')
  expect(first?.because.join()).toMatch(/dead|rabbitmq/)
  for (const section of others) expect(section.text).not.toContain('```')
})

test.each([200, 300, 500, 900, 1500, 4000])('an answer of %i tokens at most has no more, as text and as JSON', async (limit) => {
  for (const request of requests) {
    const answer = await guide({ request, max_tokens: limit })
    expect(countTokens(showGuide(answer))).toBeLessThanOrEqual(limit)
    expect(countTokens(JSON.stringify(answer))).toBeLessThanOrEqual(limit)
    expect(answer.tokens).toBeLessThanOrEqual(limit)
    expect(answer.sections[0]?.text).toBeTruthy()
  }
})

test('where there is little room, practices and questions make way for a section', async () => {
  const request = 'send a welcome mail after sign-up'
  const [narrow, wide] = [await guide({ request, max_tokens: 250 }), await guide({ request, max_tokens: 900 })]
  expect(wide.practices).toHaveLength(3)
  expect(narrow).toMatchObject({ found: true, practices: [], questions: [] })
  expect(narrow.sections.map(({ id }) => id)).toEqual([wide.sections[0]?.id])
})

test('with room for it every section comes whole', async () => {
  const { sections } = await guide({ request: 'retry with backoff and jitter', max_tokens: 4000 })
  expect(sections.length).toBeGreaterThan(1)
  for (const { text } of sections) expect(text).toContain('```')
})

test('a question about something else gets one line that says what is covered', async () => {
  const answer = await guide({ request: 'centre a div with css grid' })
  expect(answer).toMatchObject({ found: false, sections: [], practices: [], questions: [] })
  expect(showGuide(answer)).toMatch(/^Nothing here about that\. Covered: .*error handling/)
})

test('a request for a task is answered with its kind, the questions it leaves open and the practices of that kind', async () => {
  const periodic = await guide({ request: 'every night at 2 delete the sessions that expired, it takes about 5 minutes' })
  expect(periodic.task_types).toEqual(['periodic'])
  expect(periodic.practices).toHaveLength(3)
  expect(periodic.questions).toContain('What happens if it runs twice with the same arguments?')
  expect(periodic.questions.join()).not.toContain('How long does one run take')
})

test('code that comes along leads to sections that speak of what it uses', async () => {
  const code = "from celery import chord\n\n\ndef start(ids):\n    chord(step.s(i) for i in ids)(done.s())\n"
  const { sections } = await guide({ request: 'is this task code right?', code })
  expect(sections.map(({ id }) => id)).toContain('task-design-patterns#chords')
  expect(sections.flatMap(({ because }) => because)).toContain('call: chord')
})

test('an empty request and code in an unknown language are refused with the way out', async () => {
  await expect(guide({ request: '  ' })).rejects.toThrow('Give a `request`')
  await expect(guide({ request: 'what is wrong here', code: 'x', filename: 'a.rb' })).rejects.toThrow('`.py` or `.ts`')
})

test('who asks about trouble gets no advice for a new task', async () => {
  const trouble = await guide({ request: 'why does our nightly cleanup task run twice every night?' })
  expect(trouble.found).toBe(true)
  expect([trouble.questions, trouble.practices]).toEqual([[], []])
})

test.each(['celry worker does not start', 'stuck queue at 3am', 'celery retry flask', 'unique task'])('a short question is answered for all its slips and strange words: %s', async (request) => {
  expect((await guide({ request })).found).toBe(true)
})

test('of pages of rules the best alone is given', async () => {
  const { sections } = await guide({ request: 'what does unknown-task-option mean in celery' })
  expect(sections.map(({ id }) => id).filter((id) => id.startsWith('rules#'))).toEqual(['rules#unknown-task-option'])
})
