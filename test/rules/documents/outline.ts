import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A Markdown document as headings of level two and three see it. Lines are 1-based. */
export interface Outline {
  readonly title: string
  /** The paragraphs between the title and the first section. */
  readonly introduction: readonly string[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: string
  readonly line: number
  /** What stands before the first `###` heading comes first, then one part for each of them. */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly heading: string | null
  readonly line: number
  readonly paragraphs: readonly string[]
  readonly blocks: readonly CodeBlock[]
}

export interface CodeBlock {
  readonly info: string
  readonly text: string
  readonly line: number
}

const markdown = unified().use(remarkParse).freeze()
type Nodes = ReturnType<typeof markdown.parse>['children']
type Node = Nodes[number]

/** Reads a document. Whatever its form is, this does not throw: a missing title is an empty one. */
export function readOutline(text: string): Outline {
  const nodes = markdown.parse(text).children
  const [before = [], ...sections] = splitAt(nodes, 2)
  const [first, ...introduction] = before
  const isTitled = first?.type === 'heading' && first.depth === 1
  return {
    title: isTitled ? plainText(first) : '',
    introduction: collectParagraphs(isTitled ? introduction : before),
    sections: sections.map(readSection),
  }
}

function readSection(nodes: Nodes): Section {
  const [heading, ...body] = nodes
  const [plain = [], ...named] = splitAt(body, 3)
  const line = lineOf(heading)
  const parts = named.map(([name, ...content]) => readPart(name, content))
  return { heading: plainText(heading), line, parts: [{ ...readPart(undefined, plain), line }, ...parts] }
}

function readPart(heading: Node | undefined, nodes: Nodes): Part {
  return {
    heading: heading === undefined ? null : plainText(heading),
    line: lineOf(heading),
    paragraphs: collectParagraphs(nodes),
    blocks: nodes.flatMap(collectBlocks),
  }
}

/** The nodes in front of the first heading of `depth`, then one list for each such heading, which it starts. */
function splitAt(nodes: Nodes, depth: number): Nodes[] {
  const lists: Nodes[] = [[]]
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) lists.push([])
    lists.at(-1)?.push(node)
  }
  return lists
}

function collectParagraphs(nodes: Nodes): string[] {
  return nodes.filter(({ type }) => type === 'paragraph' || type === 'list').map(plainText)
}

function collectBlocks(node: Node): CodeBlock[] {
  if (node.type === 'code') {
    const info = [node.lang, node.meta].filter((word) => typeof word === 'string').join(' ')
    return [{ info, text: `${node.value}\n`, line: lineOf(node) }]
  }
  return 'children' in node ? node.children.flatMap((child) => collectBlocks(child)) : []
}

function plainText(node: Node | undefined): string {
  if (node === undefined) return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : ''
}

function lineOf(node: Node | undefined): number {
  return node?.position?.start.line ?? 1
}
