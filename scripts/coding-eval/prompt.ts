import type { Files } from './folder.ts'

/** What a prompt is made of. `null`: it has no such part. */
export interface PromptParts {
  readonly request: string
  readonly files: Files
  /** The answer of our `guide` to the request. */
  readonly guidance: string | null
  /** What our review found in the files, a line each. */
  readonly findings: readonly string[]
}

const format = [
  'The project is in the current folder. If you can edit files, do it there. If not, answer with every file that you change or add, whole,',
  'each in a fenced block with its path on the first line:',
  '',
  '```python file=shop/tasks.py',
  '…',
  '```',
].join('\n')

/** The text that a model is asked with. */
export function promptOf({ request, files, guidance, findings }: PromptParts): string {
  const blocks = [...files].filter(([, text]) => text.trim() !== '').map(([path, text]) => `${fence(text)} file=${path}\n${text.trimEnd()}\n${fence(text)}`)
  return [
    request,
    ...(guidance === null ? [] : [`## Guidance\n\n${guidance}`]),
    `## The project\n\n${blocks.join('\n\n')}`,
    ...(findings.length === 0 ? [] : [`## Found in review\n\nThe request was worked on; the project is shown as it is now. A review found this; mend it:\n\n${findings.map((line) => `- ${line}`).join('\n')}`]),
    `## How to answer\n\n${format}`,
  ].join('\n\n')
}

/** Longer than any in the text. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  return '`'.repeat(longest + 1)
}
