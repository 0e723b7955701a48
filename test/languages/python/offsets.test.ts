import { describe, expect, test } from 'vitest'
import type { FileFacts } from '../../../analysis/model/file-facts.ts'
import { read, withTexts } from './reading.ts'
import { samples } from './samples.ts'

/** Every span in the facts, in the order of the data. */
function spansOf(value: unknown): { start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(spansOf)
  if (typeof value !== 'object' || value === null) return []
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') return [{ start: value.start, end: value.end }]
  return Object.values(value).flatMap(spansOf)
}

function calleeTexts(code: string, facts: FileFacts): string[] {
  return facts.calls.map(({ span }) => code.slice(span.start, span.end))
}

describe('offsets are UTF-16 code units', () => {
  test('after characters of one, two, three and four bytes', () => {
    const code = 'a = "é€😀𐍈"; send(a)\nnaïve = f"😀{name}😀"; other(naïve)\n'
    expect(calleeTexts(code, read(code))).toEqual(['send(a)', 'other(naïve)'])
    expect(withTexts(code, read(code).functions[0]?.bindings.map(({ targetSpan }) => targetSpan))).toEqual(['a', 'naïve'])
  })

  test('past the size in which the parser takes its input', () => {
    const code = `x = "${'😀'.repeat(30_000)}"\nsend(1)\n${'# é\n'.repeat(90)}other(2)\n`
    expect(calleeTexts(code, read(code))).toEqual(['send(1)', 'other(2)'])
  })

  test('with carriage returns', () => {
    const code = 'def f():\r\n    """a\r\n    b"""\r\n    send(1)\r\n\r\n    return (\r\n        2\r\n    )\r\n'
    const facts = read(code)
    expect(calleeTexts(code, facts)).toEqual(['send(1)'])
    expect(facts.functions[1]?.documentation).toBe('a\n    b')
    expect(withTexts(code, facts.functions[1]?.exits.map(({ span }) => span))).toEqual(['return (\r\n        2\r\n    )'])
  })

  test('with carriage returns alone', () => {
    const code = 'def f():\r    send(1)\rother(2)\r'
    const facts = read(code)
    expect(facts.unreadable).toEqual([])
    expect(calleeTexts(code, facts)).toEqual(['send(1)', 'other(2)'])
  })

  test('with tabs and form feeds', () => {
    const code = 'def f():\n\tif a:\n\t\tsend(1)\n\f\nother(2)\n'
    expect(calleeTexts(code, read(code))).toEqual(['send(1)', 'other(2)'])
  })
})

describe.each(samples)('%s', (_, code) => {
  const facts = read(code)

  test('is read without a gap', () => {
    expect(facts.unreadable).toEqual([])
  })

  test('every call starts with what it calls', () => {
    expect(facts.calls.length).toBeGreaterThan(0)
    for (const { span, callee } of facts.calls) {
      const text = code.slice(span.start, span.end)
      expect(text.replace(/^[\s(]+/, '').startsWith(code.slice(callee.span.start, callee.span.end))).toBe(true)
      expect(text.endsWith(')')).toBe(true)
    }
  })

  test('every span lies in the text, every index points somewhere', () => {
    for (const { start, end } of spansOf(facts)) expect([start >= 0, start <= end, end <= code.length]).toEqual([true, true, true])
    for (const { function: owner, block } of facts.calls) {
      expect(facts.functions[owner]).toBeDefined()
      expect(block === null ? owner : facts.blocks[block]?.function).toBe(owner)
    }
    for (const { parent, function: owner } of facts.blocks) expect(parent === null ? owner : facts.blocks[parent]?.function).toBe(owner)
  })

  test.each([
    ['two lines above', (text: string) => `# first\n# second\n${text}`],
    ['an emoji above', (text: string) => `# 😀\n${text}`],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['comments at the ends of lines', (text: string) => text.replaceAll(/,\n/g, ',  # é\n')],
  ])('says the same with %s', (__, change) => {
    const changed = change(code)
    const normal = (text: string): unknown => JSON.parse(JSON.stringify(withTexts(text, { ...read(text), suppressions: [] })).replaceAll(/\\r|  # é/g, ''))
    const [module, ...rest] = (normal(changed) as FileFacts).functions
    const [expectedModule, ...expectedRest] = (normal(code) as FileFacts).functions
    expect(rest).toEqual(expectedRest)
    expect({ ...module, span: null }).toEqual({ ...expectedModule, span: null })
  })
})
