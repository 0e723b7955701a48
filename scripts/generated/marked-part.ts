/**
 * `document` with `content` between the markers `<!-- name:start -->` and `<!-- name:end -->` in place of what stood there.
 * Throws when README, for no other document has any, lacks a marker.
 */
export function withMarkedPart(document: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`
  const end = `<!-- ${name}:end -->`
  const from = document.indexOf(start)
  const to = document.indexOf(end, from)
  if (from === -1 || to === -1) throw new Error(`README.md needs the lines ${start} and ${end}, in this order, around what is generated`)
  return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`
}
