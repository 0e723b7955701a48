import { type TextLines, textLines } from '../../review/text-position.ts'

/** A text whose lines are counted when the first position is asked for. */
export class SourceText {
  readonly text: string
  #lines: TextLines | undefined

  constructor(text: string) {
    this.text = text
  }

  get lines(): TextLines {
    this.#lines ??= textLines(this.text)
    return this.#lines
  }
}
