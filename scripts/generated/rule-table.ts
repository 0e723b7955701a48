import type { Rule } from '../../analysis/model/rule.ts'

/** `rules` as a table for README. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, preset, summary }) => `| [\`${id}\`](rules/${id}/rule.md) | ${preset} | ${cell(summary)} |`)
  return ['| rule | preset | what it reports |', '| --- | --- | --- |', ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
