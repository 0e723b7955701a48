/** A language that rules judge. JavaScript is part of TypeScript here. */
export type Language = 'python' | 'typescript'

export const languages: readonly Language[] = ['python', 'typescript']

interface Tag {
  readonly language: Language
  readonly endings: readonly string[]
  /** The file that a block without a path is. */
  readonly path: string
}

const tags = new Map<string, Tag>([
  ['python', { language: 'python', endings: ['.py', '.pyi'], path: 'tasks.py' }],
  ['ts', { language: 'typescript', endings: ['.ts', '.mts', '.cts'], path: 'jobs.ts' }],
  ['tsx', { language: 'typescript', endings: ['.tsx'], path: 'jobs.tsx' }],
  ['js', { language: 'typescript', endings: ['.js', '.mjs', '.cjs', '.jsx'], path: 'jobs.js' }],
])

/** What the first word of an info string means; `null` where it names no language that rules judge. */
export function readTag(word: string): Tag | null {
  return tags.get(word) ?? null
}

/** The language of a file by the ending of its path; `null` for a file that only supports others. */
export function languageOf(path: string): Language | null {
  const tag = [...tags.values()].find(({ endings }) => endings.some((ending) => path.endsWith(ending)))
  return tag?.language ?? null
}

/** What a comment to the end of the line starts with in a file. */
export function commentSign(path: string): '#' | '//' {
  return languageOf(path) === 'typescript' || path.endsWith('.json') ? '//' : '#'
}
