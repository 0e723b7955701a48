// Lints the folder it is started in, applies what is offered and lints again: what a person does, and an editor for them.
import { readFile, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { ESLint } from 'eslint'

const lint = async (options = {}) => {
  const results = await new ESLint(options).lintFiles(['.'])
  if (options.fix === true) await ESLint.outputFixes(results)
  return results
}

const shown = (results) =>
  results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${relative(process.cwd(), filePath).replaceAll('\\', '/')}:${line} ${ruleId ?? message}`),
  ).sort()

const before = await lint()
const afterFixes = await lint({ fix: true })
for (const { filePath, messages } of afterFixes) {
  const edits = messages.flatMap(({ suggestions = [] }) => suggestions.slice(0, 1).map(({ fix }) => fix))
  let text = await readFile(filePath, 'utf8')
  for (const { range, text: replacement } of edits.sort((left, right) => right.range[0] - left.range[0])) {
    text = text.slice(0, range[0]) + replacement + text.slice(range[1])
  }
  await writeFile(filePath, text)
}
const afterSuggestions = await lint()
console.log(JSON.stringify({ eslint: ESLint.version, node: process.versions.node, before: shown(before), afterFixes: shown(afterFixes), afterSuggestions: shown(afterSuggestions) }))
