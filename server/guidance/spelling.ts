/** Shorter words have too many neighbours. */
const shortest = 5

/** Makes a function that turns a term which is unknown, and one slip of the keys away from a known one, into that; others stay as they are. */
export function spellingOf(known: Iterable<string>): (term: string) => string {
  const words = new Set([...known].filter((word) => /^[a-z]+$/.test(word)))
  const byLength = new Map<number, string[]>()
  for (const word of words) {
    const alike = byLength.get(word.length)
    if (alike === undefined) byLength.set(word.length, [word])
    else alike.push(word)
  }
  return (term) => {
    if (term.length < shortest || words.has(term) || !/^[a-z]+$/.test(term)) return term
    const lengths = [term.length - 1, term.length, term.length + 1]
    return lengths.flatMap((length) => byLength.get(length) ?? []).find((word) => isOneSlip(term, word)) ?? term
  }
}

/** One letter too many, too few, wrong, or two swapped. */
function isOneSlip(written: string, meant: string): boolean {
  let at = 0
  while (at < written.length && written[at] === meant[at]) at++
  const [rest, right] = [written.slice(at), meant.slice(at)]
  if (rest.length > right.length) return rest.slice(1) === right
  if (rest.length < right.length) return rest === right.slice(1)
  return rest.slice(1) === right.slice(1) || (rest.slice(2) === right.slice(2) && rest[0] === right[1] && rest[1] === right[0])
}
