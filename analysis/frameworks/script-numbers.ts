/** Numbers that JavaScript has a name for. */
export const scriptNumbers: ReadonlyMap<string, number> = new Map([
  ['globalThis.Infinity', Infinity],
  ['globalThis.Number.POSITIVE_INFINITY', Infinity],
  ['globalThis.Number.MAX_VALUE', Number.MAX_VALUE],
  ['globalThis.Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
])
