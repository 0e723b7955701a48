import type { ESLint, Linter } from 'eslint'
import { tool } from '../review/tool.ts'
import { eslintRules } from './eslint-rules.ts'
import { makePresets } from './presets.ts'
import { refuseOldEslint } from './setup/running-eslint.ts'
import { scopedPython } from './setup/scoped-python.ts'

/** The plugin for ESLint, in ESLint's own words. */
export interface TaskwisePlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: NonNullable<ESLint.Plugin['rules']>
  readonly languages: NonNullable<ESLint.Plugin['languages']>
  /** To be spread into a configuration: each says for which files its parts are. */
  readonly configs: Record<'recommended' | 'strict' | 'all', Linter.Config[]>
}

refuseOldEslint()

let presets: TaskwisePlugin['configs'] | null = null

const plugin: TaskwisePlugin = {
  meta: { name: tool.name, version: tool.version, namespace: 'taskwise' },
  rules: { ...eslintRules },
  languages: { python: scopedPython },
  // A preset has to hold this very object: ESLint takes any other for a second plugin of the same name.
  get configs() {
    return (presets ??= makePresets(plugin))
  },
}

export default plugin
