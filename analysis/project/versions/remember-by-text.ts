/** Reads a file's text once for as long as it stays the same: a lock file is large, and the same in every run of an editor. */
export function rememberByText<T>(read: (text: string, path: string) => T): (path: string, text: string) => T {
  const known = new Map<string, { readonly text: string; readonly value: T }>()
  return (path, text) => {
    const last = known.get(path)
    if (last?.text === text) return last.value
    const value = read(text, path)
    known.set(path, { text, value })
    return value
  }
}
