import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withoutCode } from '../../server/guidance/shape.ts'
import { readSections } from '../../server/markdown-sections.ts'
import { loadRule, ruleIds } from '../rule-folders.ts'
import { costsOf, count } from './count.ts'
import type { AskedSection } from './sections.ts'

/** The page of a rule, as far as guidance gives it. */
export interface RulePage {
  readonly id: string
  readonly title: string
  /** Markdown with a heading: why it hurts, and the first right example in each language. */
  readonly text: string
}

/** The pages of all rules of the repository at `root`, sorted. */
export async function loadRulePages(root: string): Promise<readonly RulePage[]> {
  return Promise.all(
    (await ruleIds(root)).map(async (id) => {
      const { summary } = await loadRule(root, id)
      return toPage(id, summary.replace(/\.$/, ''), await readFile(join(root, 'rules', id, 'rule.md'), 'utf8'))
    }),
  )
}

/** What tells right code from wrong, by language. */
const comment: Readonly<Record<string, string>> = { python: '# Right\n', ts: '// Right\n' }

function toPage(id: string, title: string, document: string): RulePage {
  const { sections } = readSections(document)
  const textOf = (wanted: string): string => sections.find(({ heading }) => heading === wanted)?.text ?? ''
  const examples = [...textOf('Right').matchAll(/^```(\w+).*\n([^]*?^```$)/gm)].map(([, language = '', code = '']) => [language, `\`\`\`${language}\n${comment[language] ?? ''}${code}`] as const)
  // Of each language the first, in the order of the page.
  const right = [...new Map(examples.toReversed())].toReversed().map(([, block]) => block)
  const more = `Other ways to get it wrong, versions and sources: \`explain_rule\` with \`${id}\`.`
  return { id, title, text: [`## ${title}`, withoutCode(textOf('Why it hurts')), ...right, more].join('\n\n') }
}

/** The page of a rule as guidance gives it; `further` is what people say when they need it. */
export function ruleSection({ id: rule, title, text }: RulePage, further: ReadonlyMap<string, readonly string[]>): AskedSection {
  const id = `rules#${rule}`
  const shown = { id, reference: 'rules', title, text }
  return {
    ...shown,
    costs: costsOf(shown),
    versions: null,
    rules: [count(rule)],
    asked: [title, `what does ${rule} mean`, ...(further.get(id) ?? [])],
    identifiers: [],
  }
}
