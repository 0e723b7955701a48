import { expect, test } from 'vitest'
import { questionIn } from '../../server/guidance/question-text.ts'
import { guide } from '../../server/tools/guide.ts'

const heading = 'Traceback (most recent call last):\n'
const ofTheQueue = '  File "/app/lib/site-packages/celery/app/trace.py", line 453, in trace_task\n    R = retval = fun(*args, **kwargs)\n        ~~~^^^^\n'
const ofTheWeb = '  File "/app/lib/site-packages/django/core/handlers/base.py", line 197, in _get_response\n    response = wrapped_callback(request)\n'
const ofTheShop = '  File "/app/shop/orders.py", line 12, in pay\n    pay(order)\n  [Previous line repeated 90 more times]\n'

test('of a traceback the error stays, and that it comes from a task', () => {
  expect(questionIn(`why?\n${heading}${ofTheQueue}${ofTheShop}KeyError: 'id'`)).toBe(`why?\n${heading}celery task\nKeyError: 'id'`)
  expect(questionIn(`${heading}${ofTheWeb}${ofTheShop}KeyError: 'id'\nwhy?`)).toBe(`${heading}KeyError: 'id'\nwhy?`)
})

test('an error that is indented with its traceback stays, whatever ends the lines', () => {
  const pasted = `${heading}${ofTheShop}KeyError: 'id'`.replace(/^/gm, '    ')
  expect(questionIn(pasted)).toBe(`${heading}    KeyError: 'id'`)
  expect(questionIn(pasted.replaceAll('\n', '\r\n'))).toBe(`${heading.trim()}\r\n    KeyError: 'id'`)
})

test('frames alone are what they are, and nothing stays nothing', () => {
  expect(questionIn(ofTheShop)).toBe(ofTheShop.trim())
  expect(questionIn(' \n ')).toBe('')
})

test('a long request counts with its beginning and its end', () => {
  const question = questionIn(`first ${'more '.repeat(5000)}last`)
  expect(question).toMatch(/^first [^]*last$/)
  expect(question.length).toBeLessThanOrEqual(4001)
})

test.each([
  ['celery.exceptions.NotRegistered: shop.tasks.send_mail', 'monitoring-observability#unregistered-task'],
  ['kombu.exceptions.EncodeError: Object of type Order is not JSON serializable', 'configuration-guide#serializers'],
  ['celery.exceptions.SoftTimeLimitExceeded: SoftTimeLimitExceeded()', 'error-handling#soft-time-limits'],
])('%s is answered below a traceback of any length', async (error, section) => {
  for (const frames of [2, 60]) {
    const { sections } = await guide({ request: heading + (ofTheQueue + ofTheShop).repeat(frames) + error })
    expect(sections[0]?.id).toBe(section)
  }
})

test.each([
  ['spaces', ' '],
  ['lines', '\n'],
  ['beginnings of frames', '  File "'],
  ['frames', ' File "a", line 1\n'],
  ['wide frames', `  File "a", line 1\n   ${' '.repeat(100_000)}`],
])('a megabyte of %s takes no time', (_, text) => {
  const start = performance.now()
  questionIn(`a${text.repeat(Math.ceil(1_000_000 / text.length))}a`)
  expect(performance.now() - start).toBeLessThan(1000)
})
