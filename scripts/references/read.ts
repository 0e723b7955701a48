import { parse } from 'yaml'
import { type Node, type Nodes, parseMarkdown } from './markdown.ts'
import { blocksIn, footnoteLabelsIn, lineOf, linksIn, plainText, rangeOf, sourcesIn } from './nodes.ts'
import type { Reference, Section } from './reference.ts'

/** Reads the Markdown of a reference. It does not throw: what has another form is read as empty or `null`. */
export function readReference(name: string, text: string): Reference {
  const nodes = parseMarkdown(text)
  const starts = nodes.flatMap((node, index) => (isHeading(node, 2) ? [index] : []))
  const before = nodes.slice(0, starts[0] ?? nodes.length)
  const heading = before.find((node) => isHeading(node, 1))
  return {
    name,
    matter: readYaml(before[0]?.type === 'yaml' ? before[0].value : ''),
    title: heading === undefined ? '' : plainText(heading),
    introduction: before.filter((node) => node.type !== 'yaml' && node !== heading).map((node) => plainText(node)),
    sections: starts.map((start, index) => readSection(text, nodes.slice(start, starts[index + 1] ?? nodes.length))),
  }
}

function readSection(text: string, [heading, ...body]: Nodes): Section {
  const [first, ...rest] = body
  const comment = first?.type === 'html' ? /^<!--([\s\S]*)-->$/.exec(first.value)?.[1] : undefined
  const content = comment === undefined ? body : rest
  return {
    heading: plainText(heading),
    line: lineOf(heading),
    comment: readYaml(comment ?? ''),
    text: textOf(text, heading, content),
    prose: content
      .filter((node) => node.type !== 'footnoteDefinition')
      .map((node) => plainText(node, 'without code blocks'))
      .join('\n'),
    blocks: content.flatMap(blocksIn),
    links: content.flatMap(linksIn),
    sources: content.flatMap(sourcesIn),
    references: content.flatMap(footnoteLabelsIn),
    strays: straysIn(content),
  }
}

function isHeading(node: Node, depth: number): boolean {
  return node.type === 'heading' && node.depth === depth
}

function readYaml(text: string): unknown {
  try {
    return parse(text) as unknown
  } catch {
    return null
  }
}

function textOf(text: string, heading: Node | undefined, content: Nodes): string {
  const kept = [...(heading === undefined ? [] : [heading]), ...content].filter((node) => node.type !== 'footnoteDefinition')
  return kept.map((node) => withoutMarks(text, node)).join('\n\n')
}

/** The Markdown of a node, without the marks that refer to footnotes. */
function withoutMarks(text: string, node: Node): string {
  const { start, end } = rangeOf(node)
  const markdownText = text.slice(start, end)
  return node.type === 'code' ? markdownText : markdownText.replace(/\[\^[^\]\s]+\]/g, '')
}

function straysIn(content: Nodes): readonly string[] {
  const firstSource = content.findIndex((node) => node.type === 'footnoteDefinition')
  return content.flatMap((node, index) => {
    if (node.type === 'heading') return [`a heading of level ${node.depth}`]
    if (node.type === 'html') return ['a second comment or other HTML']
    if (node.type === 'thematicBreak') return ['a rule between paragraphs']
    return firstSource >= 0 && index > firstSource && node.type !== 'footnoteDefinition' ? ['text after the sources'] : []
  })
}
