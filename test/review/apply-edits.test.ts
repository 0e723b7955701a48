import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../review/apply-edits.ts'

const edit = (start: number, end: number, text: string): { readonly span: { readonly start: number; readonly end: number }; readonly text: string } => ({ span: { start, end }, text })

describe('applying edits', () => {
  test('replaces, removes and inserts, in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 6, ''), edit(0, 1, 'A'), edit(3, 3, '-')])).toBe('Abc-d')
    expect(applyEdits('', [edit(0, 0, 'a')])).toBe('a')
    expect(applyEdits('same', [])).toBe('same')
  })

  test('refuses edits that overlap or reach beyond the text', () => {
    expect(() => applyEdits('abcdef', [edit(0, 3, 'x'), edit(2, 4, 'y')])).toThrow(RangeError)
    expect(() => applyEdits('abc', [edit(2, 4, 'x')])).toThrow(RangeError)
  })
})
