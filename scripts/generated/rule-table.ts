import type { Rule } from '../../analysis/model/rule.ts'

const start = '<!-- rules:start -->'
const end = '<!-- rules:end -->'

/**
 * `document` with the table of `rules` between its markers in place of what stood there.
 * Throws when the document lacks a marker.
 */
export function withRuleTable(document: string, rules: readonly Rule[]): string {
  const from = document.indexOf(start)
  const to = document.indexOf(end, from)
  if (from === -1 || to === -1) throw new Error(`README.md needs the lines ${start} and ${end}, in this order, around its table of rules`)
  return `${document.slice(0, from + start.length)}\n\n${ruleTable(rules)}\n\n${document.slice(to)}`
}

function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, preset, summary }) => `| [\`${id}\`](rules/${id}/rule.md) | ${preset} | ${cell(summary)} |`)
  return ['| rule | preset | what it reports |', '| --- | --- | --- |', ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
