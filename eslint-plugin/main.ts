import type { ConfigObject, Language, RuleDefinition } from '@eslint/core'
import { tool } from '../review/tool.ts'
import { eslintRules } from './eslint-rules.ts'
import { pythonLanguage } from './language/python-language.ts'
import { makePresets, type PresetName } from './presets.ts'

interface TaskwisePlugin {
  readonly meta: { name: string; version: string; namespace: string }
  readonly rules: Record<string, RuleDefinition>
  readonly languages: { python: Language }
  readonly configs: Record<PresetName, ConfigObject[]>
}

let presets: TaskwisePlugin['configs'] | null = null

const plugin: TaskwisePlugin = {
  meta: { name: tool.name, version: tool.version, namespace: 'taskwise' },
  rules: { ...eslintRules },
  languages: { python: pythonLanguage },
  /** Each of them holds the plugin, and has to hold this very object. */
  get configs() {
    return (presets ??= makePresets(plugin))
  },
}

export default plugin
