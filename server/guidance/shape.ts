/** How much of a section an answer holds: all of it, what is left without its code, of that the heading and the first paragraph with the list that it announces, or the heading's words. */
export type Shape = 'full' | 'prose' | 'lead' | 'title'

/** The Markdown of a section in a shape. */
export function inShape({ title, text }: { readonly title: string; readonly text: string }, shape: Shape): string {
  if (shape === 'full') return text
  if (shape === 'title') return title
  const prose = withoutCode(text)
  return shape === 'prose' ? prose : leadOf(prose)
}

/** The heading and the first paragraph, with the list that it announces. */
function leadOf(prose: string): string {
  const [heading = '', first = '', next = ''] = prose.split('\n\n')
  return [heading, first, ...(first.endsWith(':') ? [next] : [])].join('\n\n')
}

/** Markdown of our own pages, whose fenced blocks start and end at the margin, without these. What announced one announces no more. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/:(\n+```)/g, '.$1').replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '').replace(/\n{3,}/g, '\n\n').trim()
}
