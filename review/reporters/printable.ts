/** Control characters that a terminal acts on, marks that reorder the text around them, and letters that nobody sees but a machine reads. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu

const wide = /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const weightless = /[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]/u

const tabWidth = 4

/** Text of reviewed files as a terminal may show it: tabs as spaces, nothing that moves the cursor or changes colours. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' '.repeat(tabWidth)).replace(unprintable, '\uFFFD')
}

/** How many columns a printable text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** The longest start of a printable text that fits in `columns`. */
export function fitting(text: string, columns: number): string {
  let width = 0
  let end = 0
  for (const character of text) {
    width += widthOf(character)
    if (width > columns) break
    end += character.length
  }
  return text.slice(0, end)
}

/** Breaks a text between words into lines of at most `columns`; a longer word has a line of its own. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of printable(text.replace(/\s+/g, ' ')).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > columns) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function widthOf(character: string): number {
  if (weightless.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
