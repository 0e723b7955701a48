import { describe, expect, test } from 'vitest'
import { decodeSource, encodeLike } from '../../analysis/project/files/decode.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)

describe('encodings of Python source', () => {
  test.each([
    ['ASCII', bytes('a = 1\n'), 'a = 1\n'],
    ['UTF-8 with characters of every length', bytes('s = "é€🐍"\r\n'), 's = "é€🐍"\r\n'],
    ['a byte order mark, which is no part of the text', bytes('\uFEFFs = "é"'), 's = "é"'],
    ['a byte order mark before plain ASCII', bytes('\uFEFFs = 1'), 's = 1'],
    ['a declared latin-1', bytes('# -*- coding: latin-1 -*-\ns = "é\u0085"', 'latin1'), '# -*- coding: latin-1 -*-\ns = "é\u0085"'],
    ['ISO 8859-1, which is not windows-1252', bytes('# coding=ISO_8859-1\ns = "\u0080"', 'latin1'), '# coding=ISO_8859-1\ns = "\u0080"'],
    ['a declaration on the second line', bytes('#!/usr/bin/env python\n# vim: set fileencoding=latin-1 :\n"é"', 'latin1'), '#!/usr/bin/env python\n# vim: set fileencoding=latin-1 :\n"é"'],
    ['windows-1251 by Python’s name', Buffer.concat([bytes('# coding: cp1251\n"'), Buffer.from([0xcf, 0xf0]), bytes('"')]), '# coding: cp1251\n"Пр"'],
    ['Shift JIS by Python’s name', Buffer.concat([bytes('# coding: cp932\n"'), Buffer.from([0x93, 0xfa]), bytes('"')]), '# coding: cp932\n"日"'],
    ['no bytes at all', new Uint8Array(), ''],
  ])('%s', (_, source, text) => {
    expect(decodeSource(source)).toEqual({ text, reason: null })
  })

  test.each([
    ['invalid UTF-8, with its line', bytes('a = 1\r\nb = "é"\n', 'latin1'), 'not valid UTF-8 (line 2), and no other encoding is declared'],
    ['a declaration after code, which declares nothing', bytes('a = 1\n# coding: latin-1\n"é"', 'latin1'), 'not valid UTF-8 (line 3), and no other encoding is declared'],
    ['an encoding nobody knows', bytes('# coding: klingon\n"é"', 'latin1'), 'in the encoding `klingon`, which cannot be decoded'],
    ['declared ASCII that is none', bytes('# coding: us-ascii\n"é"'), 'in the encoding `us-ascii`, which cannot be decoded'],
    ['bytes that the declared encoding does not have', bytes('# coding: euc-jp\n"\u00ff\u00ff"', 'latin1'), 'not valid `euc-jp`, the encoding it declares'],
    ['UTF-16', bytes('\uFEFFa = 1', 'utf16le'), 'UTF-16 instead of UTF-8'],
    ['null bytes', bytes('a = 1\0'), 'contains null bytes'],
  ])('gives a reason for %s', (_, source, reason) => {
    expect(decodeSource(source)).toEqual({ text: null, reason })
  })

  test('decodes a part of a larger buffer', () => {
    expect(decodeSource(bytes('xx"é"yy').subarray(2, 6)).text).toBe('"é"')
  })
})

describe('writing back', () => {
  test.each([
    ['UTF-8', bytes('"é"'), '"ü"', bytes('"ü"')],
    ['a byte order mark', bytes('\uFEFF"é"'), '"ü"', bytes('\uFEFF"ü"')],
    ['latin-1', bytes('# coding: latin-1\n"é"', 'latin1'), '# coding: latin-1\n"ü"', bytes('# coding: latin-1\n"ü"', 'latin1')],
  ])('keeps %s', (_, original, text, expected) => {
    expect(Buffer.from(encodeLike(original, text) ?? [])).toEqual(Buffer.from(expected))
  })

  test('refuses what the encoding cannot say', () => {
    expect(encodeLike(bytes('# coding: latin-1\n"é"', 'latin1'), '# coding: latin-1\n"€"')).toBeNull()
    const cyrillic = Buffer.concat([bytes('# coding: cp1251\n"'), Buffer.from([0xcf]), bytes('"')])
    expect(encodeLike(cyrillic, '# coding: cp1251\n"Пр"')).toBeNull()
  })
})
