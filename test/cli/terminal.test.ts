import { describe, expect, test } from 'vitest'
import { showProgress } from '../../cli/progress.ts'
import { type Terminal, wantsColor } from '../../cli/terminal.ts'

describe('colours', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '3', NO_COLOR: 'yes' }, true, false],
  ])('with %j and a terminal: %j', (environment, isTerminal, expected) => {
    expect(wantsColor(environment, isTerminal)).toBe(expected)
  })
})

describe('progress', () => {
  function notesOf(isWatched: boolean): readonly string[] {
    const notes: string[] = []
    const terminal: Terminal = { write: () => undefined, note: (text) => notes.push(text), isWatched, color: false, directory: '/' }
    const progress = showProgress(terminal)
    progress.show('Looking for files')
    progress.end()
    return notes
  }

  test('is one line that goes away', () => {
    expect(notesOf(true)).toEqual(['\r\u001b[KLooking for files …', '\r\u001b[K'])
  })

  test('is not for programs', () => {
    expect(notesOf(false)).toEqual([])
  })
})
