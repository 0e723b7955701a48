import type { PhrasesData, SectionData } from '../../server/guidance/guide-data.ts'
import { commentOf } from '../references/form.ts'
import type { Section } from '../references/reference.ts'
import { count } from './count.ts'

/** The section of a reference as guidance gives it. Throws where its comment lacks its form. */
export function toSection(reference: string, section: Section): SectionData {
  const comment = commentOf(section)
  if (comment === null) throw new Error(`${reference}.md, line ${section.line}: the comment below "${section.heading}" lacks its form; run the tests of the references.`)
  const id = `${reference}#${comment.id}`
  const prose = withoutCode(section.text)
  return {
    id,
    reference,
    title: section.heading,
    head: count([id, reference, section.heading].join(' ')),
    full: count(section.text),
    prose: count(prose),
    lead: count(prose.split('\n\n').slice(0, 2).join('\n\n')),
    sources: section.sources.flatMap(({ urls, codes }) => [...urls, ...codes]),
    versions: comment.versions ?? null,
    rules: (comment.rules ?? []).map(count),
    phrases: toPhrases([...comment.triggers, ...comment.asked]),
    identifiers: identifiersIn(section),
  }
}

/** Ways of asking, with the tokens of each. */
export function toPhrases(texts: readonly string[]): PhrasesData {
  const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim())
  return { lines: lines.join('\n'), json: lines.map((line) => count(line).json) }
}

/** Fenced blocks of our own pages start and end at the margin. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '').replace(/\n{3,}/g, '\n\n').trim()
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
