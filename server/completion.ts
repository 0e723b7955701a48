/** Those of `known` that begin with what was typed, then those that only contain it, whatever the case. */
export function complete(typed: string, known: Iterable<string>): string[] {
  const wanted = typed.trim().toLowerCase()
  const found = [...new Set(known)].filter((name) => name.toLowerCase().includes(wanted))
  const begin = found.filter((name) => name.toLowerCase().startsWith(wanted))
  return [...new Set([...begin, ...found])]
}
