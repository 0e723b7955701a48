import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { ListResourcesResult } from '@modelcontextprotocol/sdk/types.js'
import { rules } from '../../rules/registry.ts'
import { complete } from '../completion.ts'
import { addressOf, addressPatterns } from './addresses.ts'
import { answerWith, markdown } from './resource-document.ts'
import { ruleDocument } from './rule-document.ts'

const page = { title: 'Rule', description: 'Why a rule reports, with wrong and right code and sources.', mimeType: markdown }

/** Offers the page of every rule. */
export function registerRules(server: McpServer): void {
  const pages = new ResourceTemplate(addressPatterns.rule, { list: listRules, complete: { rule: (typed) => complete(typed, rules.map(({ id }) => id)) } })
  server.registerResource('rule', pages, page, (uri, { rule }) => answerWith(uri, ruleDocument(String(rule))))
}

function listRules(): ListResourcesResult {
  return { resources: rules.map(({ id, summary }) => ({ uri: addressOf({ rule: id }), name: id, title: id, description: summary })) }
}
