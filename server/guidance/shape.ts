/** How much of a section an answer holds: all of it, what is left without its code, of that the heading and the first paragraph, or the heading's words. */
export type Shape = 'full' | 'prose' | 'lead' | 'title'

/** The Markdown of a section in a shape. */
export function inShape({ title, text }: { readonly title: string; readonly text: string }, shape: Shape): string {
  if (shape === 'full') return text
  if (shape === 'title') return title
  const prose = withoutCode(text)
  return shape === 'prose' ? prose : prose.split('\n\n').slice(0, 2).join('\n\n')
}

/** Markdown of our own pages, whose fenced blocks start and end at the margin, without these. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '').replace(/\n{3,}/g, '\n\n').trim()
}
