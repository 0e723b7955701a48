import { nearestName } from '../review/nearest-name.ts'

const mostNear = 5

/** A sentence that helps the one who asked for `wanted`: which of `known` is near to it, or else all that there is, after the words `otherwise`. */
export function suggest(wanted: string, known: readonly string[], otherwise: string, all: readonly string[] = known): string {
  const meant = nearestName(wanted, known)
  if (meant !== null) return `Did you mean \`${meant}\`?`
  const near = sharingWords(wanted, known).slice(0, mostNear)
  return near.length > 0 ? `Near to it: ${list(near)}.` : `${otherwise} ${list(all)}.`
}

/** Those of `known` that have a longer word in common with `wanted`, but for words that all of them have. */
function sharingWords(wanted: string, known: readonly string[]): readonly string[] {
  const words = wordsOf(wanted).filter((word) => word.length > 3)
  const telling = words.filter((word) => !known.every((each) => wordsOf(each).includes(word)))
  return known.filter((each) => wordsOf(each).some((word) => telling.includes(word)))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z]+/)
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
