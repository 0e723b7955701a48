import { relative, sep } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import plugin from '../../eslint-plugin/main.ts'
import { applyEdits, withLineEnds } from '../../review/apply-edits.ts'
import type { ReviewResult } from '../../review/result.ts'

/** A finding with all that a person or an editor gets of it. */
export interface Shown {
  readonly place: string
  readonly rule: string
  readonly message: string
  /** The file's text once the fix is applied. */
  readonly fixed: string | null
  /** What each suggestion says, with the file's text once it is applied. */
  readonly suggested: readonly (readonly [string, string])[]
}

/** What ESLint's own class finds in a folder by a configuration, apart from the suggestion to disable the rule. */
export async function lint(folder: string, overrideConfig: Linter.Config[] = plugin.configs.all): Promise<readonly Shown[]> {
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig }).lintFiles(['.'])
  return results.flatMap(({ filePath, messages, source }) => messages.map((message) => shownByEslint(relative(folder, filePath), source ?? '', message))).sort(inOrder)
}

function shownByEslint(file: string, text: string, { ruleId, message, line, column, endLine, endColumn, fix, suggestions = [] }: Linter.LintMessage): Shown {
  const apply = (range: readonly number[], replacement: string): string => text.slice(0, range[0]) + replacement + text.slice(range[1])
  return {
    place: `${file.split(sep).join('/')}:${line}:${column}-${String(endLine)}:${String(endColumn)}`,
    rule: ruleId?.replace(/^taskwise\//, '') ?? 'none',
    message,
    fixed: fix === undefined ? null : apply(fix.range, fix.text),
    suggested: suggestions.filter(({ messageId }) => messageId !== 'disable').map((each) => [each.desc, apply(each.fix.range, each.fix.text)]),
  }
}

/** The findings of a review; the paths of its files start with `prefix`. */
export function shownByReview({ findings, sources }: ReviewResult, prefix = ''): readonly Shown[] {
  return findings
    .map(({ file, line, column, endLine, endColumn, rule, message, fix, suggestions }): Shown => {
      const text = sources.get(file) ?? ''
      const apply = (edits: typeof fix): string => applyEdits(text, edits.map((edit) => withLineEnds(edit, text)))
      return {
        place: `${prefix}${file}:${line}:${column}-${endLine}:${endColumn}`,
        rule,
        message,
        fixed: fix.length === 0 ? null : apply(fix),
        suggested: suggestions.map((each) => [each.message, apply(each.edits)]),
      }
    })
    .sort(inOrder)
}

export function inOrder(one: Shown, other: Shown): number {
  return one.place === other.place ? compare(one.rule + one.message, other.rule + other.message) : compare(one.place, other.place)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
