import { basename, extname } from 'node:path'
import { pythonLanguage } from '../language/python-language.ts'

/** Endings of files that ESLint lints in other languages. A script without one may be Python. */
const otherEndings = /^\.(?:[cm]?[jt]sx?|json[5c]?|css|md|mdx|html?|vue|svelte|astro|ya?ml|toml|graphql)$/

/** Python, for files that can be Python: a configuration without `files` would give it to all. */
export const scopedPython: typeof pythonLanguage = {
  ...pythonLanguage,
  parse(file) {
    if (!otherEndings.test(extname(file.path))) return pythonLanguage.parse(file)
    const message =
      `${basename(file.path)} is not Python, but a configuration gives it the language "taskwise/python". ` +
      "Add `files: ['**/*.py']` to that configuration."
    return { ok: false, errors: [{ message, line: 1, column: 1 }] }
  },
}
