import type { Files } from './folder.ts'

/**
 * The files that an answer gives: its fenced blocks with `file=path` on their first line, a path of its own there, or one behind
 * a colon. Blocks without one are talk. Throws an Error where a path leads out of the project.
 */
export function filesIn(answer: string): Files {
  const blocks = answer.replaceAll('\r\n', '\n').matchAll(/^(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)^\1[ \t]*$/gm)
  const files = new Map<string, string>()
  for (const [, , info = '', text = ''] of blocks) {
    const path = pathIn(info.trim())
    if (path !== null) files.set(inProject(path), text)
  }
  return files
}

function pathIn(info: string): string | null {
  const named = /(?:^|\s)(?:file|filename|path|title)=["']?([^\s"']+)/.exec(info)?.[1]
  if (named !== undefined) return named
  return info.split(/[\s:]+/).find((word) => /^[\w./-]+\.\w+$/.test(word)) ?? null
}

function inProject(path: string): string {
  const plain = path.replace(/^\.\//, '')
  const parts = plain.split('/')
  if (plain.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) throw new Error(`the answer names \`${path}\`, which is no path in the project`)
  return plain
}
