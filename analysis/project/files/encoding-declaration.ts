/** PEP 263: a comment on the first line, or on the second after a blank or comment line. */
const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/
const blankOrComment = /^[ \t\f]*(?:#|$)/

/** Python's names for encodings that TextDecoder knows under another one. */
const decoderLabels: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  u8: 'utf-8',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  cp874: 'windows-874',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'euc-jis-2004': 'euc-jp',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  'windows-31j': 'shift_jis',
}

const latin1Names = new Set(['latin-1', 'latin1', 'latin', 'l1', 'iso-8859-1', 'iso8859-1', '8859', 'cp819', 'iso-latin-1'])

/** TextDecoder takes these for windows-1252, Python for seven bits. */
const asciiNames = new Set(['ascii', 'us-ascii', '646'])

/**
 * The encoding that Python source declares in a comment, by its name there and as TextDecoder's label. `latin1` stands
 * for ISO 8859-1 proper, which no label of TextDecoder means; `null` for an encoding that cannot be decoded.
 */
export function declaredEncoding(bytes: Uint8Array): { readonly name: string; readonly label: string | null } {
  const [first = '', second = ''] = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).split(/\r\n|\r|\n/)
  const name = nameIn(first) ?? (blankOrComment.test(first) ? nameIn(second) : null) ?? 'utf-8'
  return { name, label: labelFor(name) }
}

function nameIn(line: string): string | null {
  return declaration.exec(line)?.[1] ?? null
}

function labelFor(name: string): string | null {
  const normal = name.toLowerCase().replaceAll('_', '-')
  if (latin1Names.has(normal)) return 'latin1'
  const label = decoderLabels[normal] ?? normal
  if (asciiNames.has(label) || label.startsWith('utf-16') || !isDecodable(label)) return null
  return new TextDecoder(label).encoding
}

function isDecodable(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}
