import { describe, expect, test } from 'vitest'
import type { FileFacts } from '../../../analysis/model/file-facts.ts'
import { withTexts } from '../python/reading.ts'
import { read } from './reading.ts'
import { samples } from './samples.ts'

/** Every span in the facts, in the order of the data. */
function spansOf(value: unknown): { start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(spansOf)
  if (typeof value !== 'object' || value === null) return []
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') return [{ start: value.start, end: value.end }]
  return Object.values(value).flatMap(spansOf)
}

function callTexts(code: string, facts: FileFacts): string[] {
  return facts.calls.map(({ span }) => code.slice(span.start, span.end))
}

describe('offsets are UTF-16 code units', () => {
  test('after characters of one, two, three and four bytes', () => {
    const code = "const a = 'é€😀𐍈'; send(a)\nconst naïve = `😀${name}😀`; other(naïve)\n"
    expect(callTexts(code, read(code))).toEqual(['send(a)', 'other(naïve)'])
    expect(withTexts(code, read(code).functions[0]?.bindings.map(({ targetSpan }) => targetSpan))).toEqual(['a', 'naïve'])
  })

  test('with carriage returns', () => {
    const code = 'function f() {\r\n  // a\r\n  send(1)\r\n\r\n  return (\r\n    2\r\n  )\r\n}\r\n'
    const facts = read(code)
    expect(callTexts(code, facts)).toEqual(['send(1)'])
    expect(withTexts(code, facts.functions[1]?.exits.map(({ span }) => span))).toEqual(['return (\r\n    2\r\n  )'])
  })

  test('without the space and comments before what is meant', () => {
    const code = '/** a */ send(/* b */ c /* d */) // e\n\n/* f */ const /* g */ h /* i */ = /* j */ k\n'
    const facts = read(code)
    expect(callTexts(code, facts)).toEqual(['send(/* b */ c /* d */)'])
    expect(withTexts(code, facts.calls[0]?.arguments.map(({ span }) => span))).toEqual(['c'])
    expect(withTexts(code, facts.functions[0]?.bindings.map(({ targetSpan, span }) => [targetSpan, span]))).toEqual([['h', 'h /* i */ = /* j */ k']])
  })
})

describe.each(samples)('%s', (_, path, code) => {
  const facts = read(code, path)

  test('is read without a gap', () => {
    expect(facts.unreadable).toEqual([])
  })

  test('every call starts with what it calls', () => {
    expect(facts.calls.length).toBeGreaterThan(10)
    for (const { span, callee } of facts.calls) {
      const text = code.slice(span.start, span.end)
      expect(text.replace(/^new /, '').startsWith(code.slice(callee.span.start, callee.span.end))).toBe(true)
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
    ['two lines above', (text: string) => `// first\n// second\n${text}`],
    ['an emoji above', (text: string) => `// 😀\n${text}`],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['comments at the ends of lines', (text: string) => text.replaceAll(/,\n/g, ', // é\n')],
  ])('says the same with %s', (__, change) => {
    const changed = change(code)
    const normal = (text: string): unknown => JSON.parse(JSON.stringify(withTexts(text, read(text, path))).replaceAll(/\\r| \/\/ é/g, ''))
    const [module, ...rest] = (normal(changed) as FileFacts).functions
    const [expectedModule, ...expectedRest] = (normal(code) as FileFacts).functions
    expect(rest).toEqual(expectedRest)
    expect({ ...module, span: null }).toEqual({ ...expectedModule, span: null })
  })
})
