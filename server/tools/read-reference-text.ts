import type { ReadAnswer } from './read-reference.ts'

/** The answer in words, with everything that its data says. */
export function showReference({ id, title, text, outline, sources }: ReadAnswer): string {
  const body = outline.length === 0 ? text : `# ${title}\n\n${text}\n\n${outline.map((section) => `- ${section.id}: ${section.title}`).join('\n')}`
  return [body, `(${id})`, ...(sources.length === 0 ? [] : [`Sources: ${sources.join(', ')}`])].join('\n\n')
}
