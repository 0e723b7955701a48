import { ReviewError } from '../../review/review-error.ts'

const start = '<!-- taskwise:start -->'
const end = '<!-- taskwise:end -->'

/** What a project's `AGENTS.md` should say of Taskwise, between its markers; ends with a line break. */
export const agentsSnippet: string = `${start}
## Background tasks

Taskwise knows what goes wrong with background tasks. Use it for tasks and the code that sends them, the transactions around that code, schedules, workers
and Celery settings, and when a task fails, hangs, runs twice or never runs.

1. Before writing: ask \`guide\` of the MCP server \`taskwise\` in plain words, and show it the code. It gives the few sections that apply, and the questions to settle first.
2. After writing: call \`review\` with the paths that changed. Mend every finding (\`explain_rule\` says why and how) and review again until none is left.

Without the server: \`npx -y taskwise review <paths>\` and \`npx -y taskwise explain <rule>\`.
${end}
`

/**
 * `text` with the snippet in place of the one it holds, or at its end. Line breaks are those of the text.
 * Throws a ReviewError where the markers do not make a pair.
 */
export function withAgentsSnippet(text: string): string {
  const snippet = text.includes('\r\n') ? agentsSnippet.replaceAll('\n', '\r\n') : agentsSnippet
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from === -1 && to === -1) return `${text}${gapAfter(text)}${snippet}`
  if (from === -1 || to < from || text.lastIndexOf(start) !== from || text.lastIndexOf(end) !== to) {
    throw new ReviewError(`the markers ${start} and ${end} have to stand in it once each, in this order, or not at all`)
  }
  return `${text.slice(0, from)}${snippet.trimEnd()}${text.slice(to + end.length)}`
}

/** One empty line between what stands there and what is added. */
function gapAfter(text: string): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  if (text.trim() === '') return ''
  if (/\n\r?\n$/.test(text)) return ''
  return text.endsWith('\n') ? lineBreak : lineBreak.repeat(2)
}
