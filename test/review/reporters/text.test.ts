import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../../review/reporters/printable.ts'
import { reportText } from '../../../review/reporters/text.ts'
import { findingAt, placeOf, resultOf } from '../place.ts'

const services = `from shop.tasks import send_receipt


def checkout(order):
    with transaction.atomic():
        order.save()

        send_receipt.delay(
            order.pk,
        )
    return order
`
const call = placeOf('shop/services.py', services, 'send_receipt.delay(\n            order.pk,\n        )')
const plain = { color: false }

describe('a finding', () => {
  test('shows place, message, code, evidence, remedies and the page', () => {
    const callee = placeOf('shop/services.py', services, 'send_receipt.delay')
    const finding = findingAt(call, {
      rule: 'dispatch-before-commit',
      message: '`send_receipt.delay` runs before the transaction commits; a worker may look for rows that are not there yet: send it after the commit.',
      related: [{ ...placeOf('shop/services.py', services, 'with transaction.atomic():'), message: 'The transaction opens here.' }],
      guidance: ['django-integration#commit'],
      fix: [{ span: { start: callee.span.end, end: callee.span.end }, text: '_on_commit' }],
      suggestions: [{ message: 'Say why.', edits: [{ span: { start: 0, end: 0 }, text: 'from functools import partial\n' }] }],
    })
    expect(reportText(resultOf({ 'shop/services.py': services }, [finding]), plain)).toMatchInlineSnapshot(`
      "shop/services.py:8:9  error  dispatch-before-commit (fixable)
        \`send_receipt.delay\` runs before the transaction commits; a worker may look
        for rows that are not there yet: send it after the commit.

           6 |         order.save()
           7 |
        >  8 |         send_receipt.delay(
             |         ^^^^^^^^^^^^^^^^^^^
        >  9 |             order.pk,
        > 10 |         )
          11 |     return order

        The transaction opens here.
          shop/services.py:5
          with transaction.atomic():

        Fix (--fix does it):
          - send_receipt.delay(
          + send_receipt.delay_on_commit(

        Suggestion: Say why.
          + from functools import partial

        guidance: django-integration#commit
        https://example.org/rule

      1 error; 1 file read in 1.2 s.
      1 can be fixed with --fix.
      "
    `)
  })

  test('keeps to 80 columns, with the marked code in view', () => {
    const long = `result = combine(${'first_argument, '.repeat(8)}user.profile, ${'another, '.repeat(20)})\n`
    const message = `\`user.profile\` ${'is too large for a message and '.repeat(5)}should not be sent.`
    const finding = findingAt(placeOf('a.py', long, 'user.profile'), { message })
    const report = reportText(resultOf({ 'a.py': long }, [finding]), plain)
    expect(Math.max(...report.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
    const [code = '', marks = ''] = report.split('\n').filter((line) => line.includes('|'))
    expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('user.profile')
  })

  test('shows the difference that a change makes far to the right', () => {
    const text = `    send(${'first_argument, '.repeat(8)}user, ${'another, '.repeat(20)})\n`
    const place = placeOf('a.py', text, 'user')
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(place, { fix: [{ span: place.span, text: 'user.pk' }] })]), plain)
    expect(report).toMatch(/^ {4}- ….*argument, user, another/m)
    expect(report).toMatch(/^ {4}\+ ….*argument, user\.pk, another/m)
    expect(Math.max(...report.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
  })

  test('underlines the right columns behind tabs and wide characters', () => {
    const text = '\tsend("日本", order)\n'
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(placeOf('a.py', text, 'order'))]), plain)
    const [code = '', marks = ''] = report.split('\n').filter((line) => line.includes('|'))
    expect(displayWidth(code.slice(0, code.indexOf('order')))).toBe(marks.indexOf('^'))
    expect(marks.trimEnd()).toMatch(/[^^]\^{5}$/)
  })

  test('lets nothing in the reviewed code act on the terminal', () => {
    const text = 'send("\u001b[2J\u202e\u009b31m\u0007")\n'
    const finding = findingAt(placeOf('a\u001b[1m.py', text, text.trim()), { message: 'Bad \u001b[31m code.' })
    const report = reportText(resultOf({ 'a\u001b[1m.py': text }, [finding]), plain)
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test('at a whole long function shows its beginning only', () => {
    const body = Array.from({ length: 50 }, (_, index) => `    step_${index}()`).join('\n')
    const text = `def work():\n${body}\n`
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(placeOf('a.py', text, text.trimEnd()))]), plain)
    expect(report).toContain('step_4()')
    expect(report).not.toContain('step_5()')
  })

  test('is coloured only when asked, and says the same', () => {
    const result = resultOf({ 'shop/services.py': services }, [findingAt(call)])
    const colored = reportText(result, { color: true })
    expect(colored).toContain('\u001b[31merror\u001b[39m')
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(reportText(result, plain))
  })
})

describe('secrets', () => {
  const text = `API = "https://user:hunter2secret@host/"
login.delay("correct horse battery", os.environ["LOGIN_PASSWORD"])
other.delay("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "plain words")
`

  test('in the marked code are hidden, names of variables are not', () => {
    const place = placeOf('a.py', text, '"correct horse battery", os.environ["LOGIN_PASSWORD"]')
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(place, { isSecret: true })]), plain)
    expect(report).toContain('login.delay("corr*****************", os.environ["LOGIN_PASSWORD"])')
  })

  test('are hidden around other findings too, where their form tells', () => {
    const place = placeOf('a.py', text, 'other.delay')
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(place)]), plain)
    expect(report).toContain('"plain words"')
    expect(report).toContain('https://user:')
    expect(report).not.toContain('hunter2secret')
    expect(report).not.toContain('ghp_abcdefgh')
  })

  test('are hidden in the lines of a change', () => {
    const place = placeOf('a.py', text, 'other')
    const report = reportText(resultOf({ 'a.py': text }, [findingAt(place, { fix: [{ span: place.span, text: 'another' }] })]), plain)
    expect(report).toContain('+ another.delay("ghp_*')
    expect(report).not.toContain('ghp_abcdefgh')
  })
})

describe('the end of the report', () => {
  test('of a clean review', () => {
    expect(reportText(resultOf({ 'a.py': '' }, []), plain)).toBe('Nothing found; 1 file read in 1.2 s.\n')
  })

  test('counts errors and warnings, and lists what was not read', () => {
    const text = 'one\ntwo\nthree\n'
    const findings = [
      findingAt(placeOf('a.py', text, 'one'), { fix: [{ span: { start: 0, end: 3 }, text: '1' }] }),
      findingAt(placeOf('a.py', text, 'two')),
      findingAt(placeOf('a.py', text, 'three'), { severity: 'warning' }),
    ]
    const files = {
      read: 4321,
      partlyRead: [{ file: 'old.py', line: 7, reason: 'syntax that could not be understood' }],
      skipped: [{ file: 'big.py', reason: 'larger than 2 MiB', isFailure: false }],
    }
    const report = reportText(resultOf({ 'a.py': text }, findings, { files }), plain)
    expect(report.slice(report.indexOf('Partly read'))).toBe(`Partly read, the rest was reviewed:
  old.py:7  syntax that could not be understood

Not read:
  big.py  larger than 2 MiB

2 errors, 1 warning; 4,321 files read, 1 of them partly, 1 not read in 1.2 s.
1 can be fixed with --fix.
`)
  })

  test('names the first of very many files only', () => {
    const skipped = Array.from({ length: 50 }, (_, index) => ({ file: `big${index}.py`, reason: 'larger than 2 MiB', isFailure: false }))
    const report = reportText(resultOf({}, [], { files: { read: 0, partlyRead: [], skipped } }), plain)
    expect(report).toContain('big19.py')
    expect(report).not.toContain('big20.py')
    expect(report).toContain('and 30 more')
  })
})
