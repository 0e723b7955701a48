/** Shorter words have too many neighbours. */
const shortest = 5

/** Makes a function that turns a term which is unknown, and one slip of the keys away from a known one, into that; others stay as they are. */
export function spellingOf(known: Iterable<string>): (term: string) => string {
  const words = new Set([...known].filter((word) => /^[a-z]+$/.test(word)))
  let byRest: ReadonlyMap<string, string> | null = null
  return (term) => {
    if (term.length < shortest || words.has(term) || !/^[a-z]+$/.test(term)) return term
    byRest ??= indexByRest(words)
    const rests = byRest
    // One letter too many, too few, wrong, or two swapped: some rest of one is the other, or a rest of both.
    return [term, ...restsOf(term)].map((rest) => (words.has(rest) && rest.length >= shortest - 1 ? rest : rests.get(rest))).find((word) => word !== undefined) ?? term
  }
}

/** Every known word by what is left of it when one letter is taken out. */
function indexByRest(words: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...words].filter((word) => word.length >= shortest).flatMap((word) => restsOf(word).map((rest) => [rest, word] as const)))
}

function restsOf(word: string): readonly string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
}
