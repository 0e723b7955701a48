import type { ESLint, Linter } from 'eslint'
import { rules } from '../rules/registry.ts'
import { unusedSuppression } from '../review/rule-selection.ts'
import { typeScriptParser } from './typescript-parser.ts'

type PresetName = 'recommended' | 'strict' | 'all'

const python = ['**/*.py']
const typeScript = ['**/*.{ts,tsx,mts,cts}']
const scripts = [...typeScript, '**/*.{js,jsx,mjs,cjs}']

/** Other people's Python: what lies in folders with a dot before their name, and installed packages. */
const installedPython = ['**/.*/**', '**/{site-packages,dist-packages,__pypackages__}/**']

/**
 * The presets, each a list of configurations that say for which files they are: one for Python, one for TypeScript and
 * JavaScript, and before it one that makes TypeScript readable where nothing else does.
 */
export function makePresets(plugin: ESLint.Plugin): Record<PresetName, Linter.Config[]> {
  const preset = (name: PresetName): Linter.Config[] => {
    const shared = { plugins: { taskwise: plugin }, rules: rulesOf(name) }
    return [
      { name: `taskwise/${name}/python`, files: python, ignores: installedPython, language: 'taskwise/python', ...shared },
      { name: `taskwise/${name}/typescript-parser`, files: typeScript, languageOptions: { parser: typeScriptParser } },
      { name: `taskwise/${name}/jsx`, files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { name: `taskwise/${name}/scripts`, files: scripts, ...shared },
    ]
  }
  return { recommended: preset('recommended'), strict: preset('strict'), all: preset('all') }
}

/** As in a review, what is certain is an error and what is a matter of judgement a warning. */
function rulesOf(name: PresetName): Linter.RulesRecord {
  const chosen = rules.filter(({ preset }) => preset === 'recommended' || name !== 'recommended')
  const severities = chosen.map(({ id, preset }) => [`taskwise/${id}`, preset === 'recommended' ? 'error' : 'warn'] as const)
  return Object.fromEntries([...severities, [`taskwise/${unusedSuppression}`, 'warn']])
}
