import { ESLint } from 'eslint'

/** Both count from 0, columns in UTF-16 units: positions of the Language Server Protocol. */
interface Position {
  readonly line: number
  readonly character: number
}

interface Diagnostic {
  readonly start: Position
  readonly end: Position
  readonly message: string
  readonly code: string | null
  readonly url: string | undefined
}

interface QuickFix {
  readonly title: string
  readonly range: readonly [number, number]
  readonly text: string
}

/**
 * One open document of VS Code with its ESLint extension: makes the calls that the extension's language server makes of
 * ESLint, with `eslint.options` given and `python` among the languages to validate, and works their results up as it does.
 */
export class EditorDocument {
  readonly #options: ESLint.Options
  readonly #path: string
  text: string

  /** An editor keeps the byte order mark to itself: `text` is without. */
  constructor(path: string, text: string, options: ESLint.Options) {
    this.#path = path
    this.text = text
    this.#options = options
  }

  /** What stands in the list of problems: a new `ESLint` for every look at the text. */
  async diagnostics(): Promise<Diagnostic[]> {
    const { eslint, results, messages } = await this.#lint()
    const metadata = eslint.getRulesMetaForResults(results)
    return messages.map(({ line, column, endLine = line, endColumn = column, message, ruleId }) => ({
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
      message,
      code: ruleId,
      url: ruleId === null ? undefined : metadata[ruleId]?.docs?.url,
    }))
  }

  /** What the light bulb offers, for all problems. */
  async quickFixes(): Promise<QuickFix[]> {
    const { messages } = await this.#lint()
    return messages.flatMap(({ ruleId, message, fix, suggestions = [] }) => {
      const rule = (ruleId) ?? (message.startsWith('Unused eslint-disable directive') ? 'unused-disable-directive' : '')
      const own = fix === undefined ? [] : [{ title: `Fix this ${rule} problem`, ...fix }]
      return [...own, ...suggestions.map((suggestion) => ({ title: `${suggestion.desc} (${rule})`, ...suggestion.fix }))]
    })
  }

  /** Writes what a quick fix writes, at the positions that its offsets have in the document. */
  apply({ range: [start, end], text }: QuickFix): void {
    const from = this.#offset(this.#position(start))
    this.text = this.text.slice(0, from) + text + this.text.slice(this.#offset(this.#position(end)))
  }

  /** Fixes on save: the rules are looked up in the configuration of the file, and the fixed text replaces the document's. */
  async fixAll(): Promise<void> {
    const eslint = new ESLint({ ...this.#options })
    const config = (await eslint.calculateConfigForFile(this.#path)) as { readonly rules?: object } | undefined
    if (config?.rules === undefined) throw new Error('The file has no configuration.')
    const [result] = await new ESLint({ ...this.#options, fix: true }).lintText(this.text, { filePath: this.#path })
    this.text = result?.output ?? this.text
  }

  /** The text that a position and the next one enclose. */
  textBetween({ start, end }: Diagnostic): string {
    return this.text.slice(this.#offset(start), this.#offset(end))
  }

  async #lint(): Promise<{ eslint: ESLint; results: ESLint.LintResult[]; messages: ESLint.LintResult['messages'] }> {
    const eslint = new ESLint({ ...this.#options })
    if (await eslint.isPathIgnored(this.#path)) return { eslint, results: [], messages: [] }
    const results = await eslint.lintText(this.text, { filePath: this.#path, warnIgnored: false })
    return { eslint, results, messages: results[0]?.messages ?? [] }
  }

  #position(offset: number): Position {
    const lines = this.text.slice(0, offset).split(/\r\n|\r|\n/)
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
  }

  #offset({ line, character }: Position): number {
    const starts = [0, ...[...this.text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)]
    return Math.min(this.text.length, (starts[line] ?? this.text.length) + character)
  }
}
