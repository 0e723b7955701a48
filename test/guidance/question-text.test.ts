import { expect, test } from 'vitest'
import { questionIn } from '../../server/guidance/question-text.ts'
import { guide } from '../../server/tools/guide.ts'

const heading = 'Traceback (most recent call last):\n'
const ofTheQueue = '  File "/app/lib/site-packages/celery/app/trace.py", line 453, in trace_task\n    R = retval = fun(*args, **kwargs)\n        ~~~^^^^\n'
const ofTheWeb = '  File "/app/lib/site-packages/django/core/handlers/base.py", line 197, in _get_response\n    response = wrapped_callback(request)\n'
const ofTheShop = '  File "/app/shop/orders.py", line 12, in pay\n    pay(order)\n  [Previous line repeated 90 more times]\n'

test('of a traceback the error stays, and that it comes from a task', () => {
  expect(questionIn(`why?\n${heading}${ofTheQueue}${ofTheShop}KeyError: 'id'`)).toBe(`why?\n${heading}celery task KeyError: 'id'`)
  expect(questionIn(`${heading}${ofTheWeb}${ofTheShop}KeyError: 'id'\nwhy?`)).toBe(`${heading}wsgi view handler KeyError: 'id'\nwhy?`)
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

const log = Array.from({ length: 40 }, (_, index) => `[2026-03-01 10:00:${10 + index},123: INFO/ForkPoolWorker-${index}] Task shop.tasks.sync[${index}] succeeded in 0.1s: None`).join('\n')
const requests = Array.from({ length: 20 }, (_, index) => `10.0.0.7 - - [01/Mar/2026:10:00:${10 + index} +0000] "GET /orders/${index}/ HTTP/1.1" 200 77`).join('\n')

test.each([
  ['a log in which all went well', `${log}\nwhy is it sent twice?`, 'why is it sent twice?'],
  ['requests of a web server', `why is it sent twice?\n${requests}`, 'why is it sent twice?'],
  ['where files lie', 'why is it sent twice in apps/billing/tasks.py and apps/billing/services.py:12?', 'why is it sent twice in  and'],
  ['versions in a row', 'Django 5.1, Celery 5.4, Redis 7, Python 3.12. Why is it sent twice?', 'celery\nWhy is it sent twice?'],
  ['one version', 'celery==5.4.0 sends it twice, why?', 'celery sends it twice, why?'],
])('%s does not count beside a question', (_, request, question) => {
  expect(questionIn(request).replace(/\?$/, '')).toBe(question.replace(/\?$/, ''))
})

test.each([log, 'apps/billing/tasks.py', 'Does Celery 5.4 support Django 5.1?', 'after upgrading to celery 5.4 nothing runs', 'a task that takes 5 minutes on python 100% of the time'])(
  'what is asked about stays: %s',
  (request) => {
    expect(questionIn(request)).toBe(request.length > 4000 ? `${request.slice(0, 2000)}\n${request.slice(-2000)}` : request)
  },
)

test.each([
  'We run a furniture marketplace. Emails are sent twice by celery after a deploy. My colleague is on holiday.',
  'Python 3.12, Celery 5.4, Django 5.1, Redis 7.2.\nEmails are sent twice by celery after a deploy.',
  `Emails are sent twice by celery after a deploy.\n${log}`,
])('what stands beside a question does not change its answer', async (request) => {
  const plain = await guide({ request: 'Emails are sent twice by celery after a deploy.' })
  expect((await guide({ request })).sections[0]?.id).toBe(plain.sections[0]?.id)
})

test.each(['a', '/a', 'celery 5 , ', 'x 10:00:00 ', '5.', 'celery-'])('a request that repeats %j without an end is read all the same', (part) => {
  expect(questionIn(part.repeat(100_000)).length).toBeLessThanOrEqual(4001)
})

test.each(["KeyError: 'id'", 'ConnectionRefusedError: [Errno 111] Connection refused', 'TimeoutError: timed out', 'AttributeError: NoneType has no attribute x'])(
  'an error that a web server caught is none of a task: %s',
  async (error) => {
    expect((await guide({ request: heading + ofTheWeb + ofTheShop + error })).found).toBe(false)
    expect((await guide({ request: heading + ofTheQueue + ofTheShop + error })).found).toBe(true)
  },
)
