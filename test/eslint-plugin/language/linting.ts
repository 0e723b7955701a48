import type { RuleDefinition } from '@eslint/core'
import { ESLint, type Linter } from 'eslint'
import { pythonLanguage } from '../../../eslint-plugin/language/python-language.ts'
import type { PythonNode } from '../../../eslint-plugin/language/python-node.ts'
import type { PythonSourceCode } from '../../../eslint-plugin/language/python-source-code.ts'

/** A rule for Python as someone would write it. */
export type PythonRule = RuleDefinition<{
  LangOptions: Record<string, unknown>
  Code: PythonSourceCode
  RuleOptions: { functions?: string[] }[]
  Visitor: Record<string, (node: PythonNode) => void>
  Node: PythonNode
  MessageIds: string
  ExtRuleDocs: Record<string, unknown>
}>

/** Reports every call of `bad`, or of the functions that its option names, and offers `good` instead. */
const badCall: PythonRule = {
  meta: {
    type: 'problem',
    fixable: 'code',
    hasSuggestions: true,
    docs: { url: 'https://example.com/bad-call' },
    schema: [{ type: 'object', properties: { functions: { type: 'array' } }, additionalProperties: false }],
    messages: { bad: 'Call of {{name}}.', better: 'Call `better`.' },
  },
  create(context) {
    const functions = context.options[0]?.functions ?? ['bad']
    return {
      'call > identifier.function'(node: PythonNode) {
        if (!functions.includes(node.text)) return
        context.report({
          node,
          messageId: 'bad',
          data: { name: node.text },
          fix: (fixer) => fixer.replaceText(node, 'good'),
          suggest: [{ messageId: 'better', fix: (fixer) => fixer.replaceText(node, 'better') }],
        })
      },
    }
  },
}

/** Reports every call of `worse`. */
const worseCall: PythonRule = {
  meta: { schema: [] },
  create: (context) => ({
    'call[function.text="worse"]'(node: PythonNode) {
      context.report({ node, message: 'Call of worse.' })
    },
  }),
}

/** A plugin of the two rules above and of what a test adds. */
export function testPlugin(rules: Readonly<Record<string, PythonRule>> = {}): NonNullable<Linter.Config['plugins']>[string] {
  return { meta: { name: 'test' }, languages: { python: pythonLanguage }, rules: { 'bad-call': badCall, 'worse-call': worseCall, ...rules } }
}

export interface LintChoices {
  readonly rules?: Readonly<Record<string, PythonRule>>
  readonly config?: Linter.Config
  readonly before?: readonly Linter.Config[]
  readonly options?: ESLint.Options
}

/** ESLint with a plugin called `taskwise` for all Python files and no configuration file. */
export function pythonLinter({ rules = {}, config = {}, before = [], options = {} }: LintChoices = {}): ESLint {
  const own = Object.fromEntries(Object.keys(rules).map((id) => [`taskwise/${id}`, 'error' as const]))
  const python: Linter.Config = {
    ...config,
    files: ['**/*.py'],
    plugins: { taskwise: testPlugin(rules) },
    language: 'taskwise/python',
    rules: { 'taskwise/bad-call': 'error', ...own, ...config.rules },
  }
  return new ESLint({ overrideConfigFile: true, overrideConfig: [...before, python], ...options })
}

/** The result for one text. */
export async function lint(text: string, choices: LintChoices = {}): Promise<ESLint.LintResult> {
  const [result] = await pythonLinter(choices).lintText(text, { filePath: 'shop/tasks.py' })
  if (result === undefined) throw new Error('ESLint gave no result.')
  return result
}

/** Every message as `line:column rule text`. */
export function shown({ messages }: ESLint.LintResult): string[] {
  return messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId === null ? '' : `${ruleId} `}${message}`)
}

/** A text after one edit of ESLint's. */
export function edited(text: string, fix: { readonly range: readonly [number, number]; readonly text: string }): string {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return text.slice(0, fix.range[0] + mark) + fix.text + text.slice(fix.range[1] + mark)
}
