import type { SectionData } from '../../server/guidance/guide-data.ts'
import { commentOf } from '../references/form.ts'
import type { Section } from '../references/reference.ts'
import { costsOf, count } from './count.ts'

/** A section as guidance gives it, with the ways of asking for it. */
export interface AskedSection extends Omit<SectionData, 'phrases'> {
  readonly asked: readonly string[]
}

/** The section of a reference, with what its comment and `further` say that people ask. Throws where its comment lacks its form. */
export function toSection(reference: string, section: Section, further: ReadonlyMap<string, readonly string[]>): AskedSection {
  const comment = commentOf(section)
  if (comment === null) throw new Error(`${reference}.md, line ${section.line}: the comment below "${section.heading}" lacks its form; run the tests of the references.`)
  const id = `${reference}#${comment.id}`
  const shown = { id, reference, title: section.heading, text: section.text }
  return {
    ...shown,
    costs: costsOf(shown),
    versions: comment.versions ?? null,
    rules: (comment.rules ?? []).map(count),
    asked: [section.heading, ...comment.triggers, ...comment.asked, ...(further.get(id) ?? [])].map((text) => text.replace(/\s+/g, ' ').trim()),
    identifiers: identifiersIn(section),
  }
}

/** Names that its prose writes as code, that its code imports, and all others that are plainly no words: with an underscore, or of two words in one. */
function identifiersIn({ text, blocks }: Section): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const code = blocks.map((block) => block.text)
  const imported = code.flatMap((source) => source.match(/^(?:from|import) .*/gm) ?? [])
  const meant = new Set([...spans.filter((span) => /^\w+(?:\(.*\))?$/.test(span)), ...imported].flatMap(namesIn))
  return [...new Set([...spans, ...code].flatMap(namesIn))].filter((name) => meant.has(name) || name.includes('_') || /[a-z][A-Z]/.test(name)).sort()
}

function namesIn(source: string): readonly string[] {
  return (source.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []).filter((name) => name.length > 3 && !['from', 'import', 'celery', 'django'].includes(name))
}
