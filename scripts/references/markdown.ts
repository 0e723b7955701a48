import type { Nodes as MarkdownNode, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Any node of a text, at whatever depth. */
export type AnyNode = MarkdownNode
export type Nodes = Root['children']
export type Node = Nodes[number]

/** The blocks of a Markdown text with front matter, tables and footnotes. */
export function parseMarkdown(text: string): Nodes {
  return unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text).children
}
