/** What is a text, a number or a truth value whatever goes into it, by its spelled-out name. */
export const plainTypes: ReadonlySet<string> = new Set([
  ...['str', 'int', 'float', 'bool', 'len'].map((name) => `builtins.${name}()`),
  ...['String', 'Number', 'Boolean', 'Date.now', 'JSON.stringify', 'parseInt', 'parseFloat'].map((name) => `globalThis.${name}()`),
])

/** Type names of the same in annotations, with what may stand beside them. */
export const plainAnnotations: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'undefined', 'null', 'str', 'int', 'float', 'bool', 'None'])

/** Operators that give a truth value. */
export const truthOperators: ReadonlySet<string> = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', 'not', '!', 'in', 'not in', 'is', 'is not'])
