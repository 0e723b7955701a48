import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../eslint-plugin/main.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { endlessJob, endlessTask, lintFolder, lintText } from './linting.ts'

/** Takes the fenced blocks out of a document, each as a file of its own. */
const documentPlugin: NonNullable<Linter.Config['plugins']>[string] = {
  meta: { name: 'documents' },
  processors: {
    blocks: {
      preprocess: (text) => [...text.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, extension, block = ''], index) => ({ text: block, filename: `${index}.${String(extension)}` })),
      postprocess: (messages) => messages.flat(),
      supportsAutofix: false,
    },
  },
}

describe('code that is not a file of a project', () => {
  test.each([
    ['<input>', 'taskwise/python', endlessTask, 'uncapped-retry:4'],
    ['<input>', '@/js', endlessJob.replace(': Queue', ''), 'uncapped-retry:3'],
    ['script', 'taskwise/python', endlessTask, 'uncapped-retry:4'],
  ])('%s in %s is a project of one', (filename, language, text, found) => {
    const config: Linter.Config = { files: ['**'], plugins: { taskwise: plugin }, language, rules: { 'taskwise/uncapped-retry': 'error' } }
    expect(lintText(text, filename, [config])).toEqual([found])
  })

  test('blocks in a document are projects of their own', async () => {
    const page = `# Page\n\n\`\`\`py\n${endlessTask}\`\`\`\n\n\`\`\`ts\n${endlessJob}\`\`\`\n`
    const folder = await temporaryFolder({ 'pyproject.toml': '', 'page.md': page })
    const documents: Linter.Config = { files: ['**/*.md'], plugins: { documents: documentPlugin }, processor: 'documents/blocks' }
    expect(await lintFolder(folder, [documents, ...plugin.configs.recommended])).toEqual(['page.md uncapped-retry:4', 'page.md uncapped-retry:3'])
  })
})

describe('a configuration for the wrong files', () => {
  test('Python for every file is an error in each that is not Python, which names the way out', () => {
    const everywhere: Linter.Config = { plugins: { taskwise: plugin }, language: 'taskwise/python', rules: { 'taskwise/uncapped-retry': 'error' } }
    const [message, ...others] = new Linter({ cwd: '/' }).verify('export default []\n', [everywhere], { filename: 'eslint.config.js' })
    expect(others).toEqual([])
    expect(message).toMatchObject({
      fatal: true,
      message:
        'Parsing error: eslint.config.js is not Python, but a configuration gives it the language "taskwise/python". Add `files: [\'**/*.py\']` to that configuration.',
    })
  })

  test('rules in a language of another plugin are refused', () => {
    const json: Linter.Config = { plugins: { data: dataPlugin, taskwise: plugin }, language: 'data/data', rules: { 'taskwise/uncapped-retry': 'error' } }
    expect(() => lintText('{}', 'data.js', [json])).toThrow(/rules do not support the language "data\/data":\n\t- "taskwise\/uncapped-retry"/)
    // As in versions of ESLint that do not know which languages a rule is for.
    const anywhere = Object.fromEntries(Object.entries(plugin.rules).map(([id, rule]) => [id, { ...rule, meta: { ...rule.meta, languages: ['*'] } }]))
    const older: Linter.Config = { plugins: { data: dataPlugin, taskwise: { rules: anywhere } }, language: 'data/data', rules: { 'taskwise/uncapped-retry': 'error' } }
    expect(() => lintText('{}', 'data.js', [older])).toThrow(
      "`taskwise/uncapped-retry` is switched on for data.js, which is linted as neither Python nor JavaScript or TypeScript. Give the configuration that switches it on a list of `files`, such as ['**/*.py', '**/*.ts'].",
    )
  })

  test('rules that read JavaScript are refused in Python, and no others are disturbed', () => {
    const core = (rule: string): Linter.Config[] => [{ rules: { [rule]: 'error' } }, ...plugin.configs.recommended]
    expect(() => lintText(endlessTask, 'tasks.py', core('no-irregular-whitespace'))).toThrow(
      'This rule reads JavaScript (it asks for `getAllComments`), and the file is Python. Give the configuration that turns the rule on a list of `files` without Python, such as ["**/*.js"].',
    )
    expect(lintText(endlessTask, 'tasks.py', core('no-undef'))).toEqual(['uncapped-retry:4'])
  })
})

/** A language that knows nothing but the text. */
const dataPlugin: NonNullable<Linter.Config['plugins']>[string] = {
  meta: { name: 'data' },
  languages: {
    data: {
      fileType: 'text',
      lineStart: 1,
      columnStart: 0,
      nodeTypeKey: 'type',
      validateLanguageOptions: () => undefined,
      parse: () => ({ ok: true, ast: { type: 'Document' } }),
      createSourceCode: (file) => ({
        ast: { type: 'Document' },
        text: String(file.body),
        getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }),
        getRange: () => [0, 0],
        traverse: () => [],
      }),
    },
  },
}
