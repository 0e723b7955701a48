import { rules } from '../../rules/registry.ts'
import { explainRule } from '../tools/explain-rule.ts'
import { addressOfSection } from './addresses.ts'

/** The page of a rule, with what it counts as and links to the sections that go deeper. Throws a `RequestError` for an unknown id. */
export async function ruleDocument(wanted: string): Promise<string> {
  const { id, document, kind, preset } = await explainRule(wanted)
  const sections = rules.find((rule) => rule.id === id)?.references ?? []
  const links = sections.map((section) => `[${section}](${addressOfSection(section)})`)
  return [document.trim(), `Kind: ${kind}. Preset: ${preset}.`, ...(links.length === 0 ? [] : [`Guidance: ${links.join(', ')}.`])].join('\n\n')
}
