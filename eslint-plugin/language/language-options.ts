/** They say how to read JavaScript. A configuration without `files`, as many are shared, gives them to every file. */
const javascriptOptions = new Set(['ecmaVersion', 'sourceType', 'globals', 'parser', 'parserOptions'])

/**
 * Checks the language options that a configuration gives to Python files: there are none, and those for JavaScript are passed over.
 * @throws {TypeError} with a sentence that says what to change
 */
export function validateLanguageOptions(options: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(options).find((name) => !javascriptOptions.has(name))
  if (unknown === undefined) return
  throw new TypeError(
    `Python files take no language options, but "${unknown}" is given to them. Remove it, or add \`files\` to the configuration that has it, so that it leaves them out.`,
  )
}

/** What is left of the options for Python files: nothing. A parser for JavaScript, for one, may be an object that ESLint cannot write down. */
export function normalizeLanguageOptions(): Record<string, unknown> {
  return {}
}
