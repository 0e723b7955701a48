/** What a link in a reference leads to, where that is one of our own documents. */
export type Place = { readonly rule: string } | { readonly reference: string; readonly section: string | null }

/** Writes the links of a section of `reference` that lead to our own documents as `write` says. Other links and code are left alone. */
export function rewriteLinks(markdown: string, reference: string, write: (place: Place) => string): string {
  const parts = markdown.split(/(^```[^\n]*\n[\s\S]*?^```$)/m)
  const rewrite = (url: string): string => {
    const place = placeOf(url, reference)
    return place === null ? url : write(place)
  }
  return parts.map((part) => (part.startsWith('```') ? part : part.replace(/\]\(([^)\s]+)\)/g, (_, url: string) => `](${rewrite(url)})`))).join('')
}

/** References lie beside each other, the rules in a folder beside theirs. */
function placeOf(url: string, reference: string): Place | null {
  const [, rule] = /^\.\.\/rules\/([a-z-]+)\/rule\.md$/.exec(url) ?? []
  if (rule !== undefined) return { rule }
  const [named, other = reference, section = null] = /^(?:([a-z-]+)\.md)?(?:#([a-z0-9-]+))?$/.exec(url) ?? []
  return named === undefined ? null : { reference: other, section }
}
