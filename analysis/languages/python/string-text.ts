/** How the text between the quotes is to be read. */
export interface StringForm {
  readonly isRaw: boolean
  /** Doubled braces stand for one. */
  readonly isTemplate: boolean
}

const controlCharacters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const escapes = /\\(?:\r?\n|\r|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(N\{)|([abfnrtv\\'"]))/g

/**
 * What the text between two quotes of a Python string stands for. `null` where it takes more to know: character names,
 * and numbers past the last character.
 */
export function decodeText(text: string, { isRaw, isTemplate }: StringForm): string | null {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const plain = isTemplate ? lines.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : lines
  return isRaw || !plain.includes('\\') ? plain : decodeEscapes(plain)
}

function decodeEscapes(text: string): string | null {
  const state = { isKnown: true }
  const decoded = text.replace(escapes, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const [octal, byte, short, long, named, letter] = groups
    if (letter !== undefined) return controlCharacters[letter] ?? letter
    if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8))
    const code = parseInt(byte ?? short ?? long ?? '', 16)
    const isKnown = named === undefined && !(code > 0x10ffff)
    if (!isKnown) state.isKnown = false
    return Number.isNaN(code) || !isKnown ? '' : String.fromCodePoint(code)
  })
  return state.isKnown ? decoded : null
}
