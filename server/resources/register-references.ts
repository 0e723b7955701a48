import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { ListResourcesResult } from '@modelcontextprotocol/sdk/types.js'
import { complete } from '../completion.ts'
import { addressOf, addressPatterns } from './addresses.ts'
import { loadLibrary } from './library.ts'
import { referenceDocument } from './reference-document.ts'
import { answerWith, markdown } from './resource-document.ts'

const outline = { title: 'Reference', description: 'Outline of a reference: its sections, linked.', mimeType: markdown }
const section = { title: 'Section of a reference', description: '150 to 450 tokens that make sense alone, with sources.', mimeType: markdown }

/** Offers the outlines of the references, each listed, and their sections, found by completion. */
export function registerReferences(server: McpServer): void {
  const outlines = new ResourceTemplate(addressPatterns.reference, { list: listReferences, complete: { reference: completeReference } })
  server.registerResource('reference', outlines, outline, (uri, { reference }) => answerWith(uri, referenceDocument(String(reference))))
  const sections = new ResourceTemplate(addressPatterns.section, { list: undefined, complete: { reference: completeReference, section: completeSection } })
  server.registerResource('section', sections, section, (uri, { reference, section: name }) => answerWith(uri, referenceDocument(`${String(reference)}#${String(name)}`)))
}

async function listReferences(): Promise<ListResourcesResult> {
  const { references } = await loadLibrary()
  return { resources: references.map(({ id, title, summary }) => ({ uri: addressOf({ reference: id, section: null }), name: id, title, description: summary })) }
}

async function completeReference(typed: string): Promise<string[]> {
  const { references } = await loadLibrary()
  return complete(typed, references.map(({ id }) => id))
}

/** Those of the reference that is chosen already, if it is. */
async function completeSection(typed: string, chosen?: { readonly arguments?: Readonly<Record<string, string>> }): Promise<string[]> {
  const { references } = await loadLibrary()
  const name = chosen?.arguments?.['reference']
  const wanted = references.filter(({ id }) => name === undefined || id === name)
  return complete(typed, wanted.flatMap(({ id, sections }) => sections.map((each) => each.id.slice(id.length + 1))))
}
