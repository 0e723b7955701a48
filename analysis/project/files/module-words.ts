/** The last two parts of a module's name: a file that imports from it holds at least one of them. */
export function moduleWords(path: string): readonly string[] {
  return path.replace(/\.pyi?$/, '').replace(/\/__init__$/, '').split('/').slice(-2)
}
