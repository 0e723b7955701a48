/** Names that JavaScript has without an import, as far as the analysis has a use for them; spelled below `globalThis`. */
export const scriptGlobals: ReadonlySet<string> = new Set([
  'Promise', 'Array', 'Object', 'Map', 'Set', 'WeakMap', 'Date', 'JSON', 'Number', 'String', 'Boolean', 'BigInt', 'Symbol', 'Buffer', 'process',
  'Infinity', 'NaN', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'fetch', 'Request', 'Response', 'Error',
  'TypeError', 'RangeError', 'SyntaxError', 'AggregateError',
])

/** Types that hold one value of another type, which is what a reader gets once it is there. */
export const transparentTypes: ReadonlySet<string> = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'NonNullable', 'Relation', 'Ref', 'Loaded'])

/** Methods of arrays and promises that call a function with the items (or the value), by the place of that function's parameter. */
export const itemCallbacks: ReadonlyMap<string, number> = new Map([
  ['map', 0], ['forEach', 0], ['filter', 0], ['find', 0], ['findLast', 0], ['some', 0], ['every', 0], ['flatMap', 0], ['reduce', 1],
])

/** Methods of arrays that give one of the items. */
export const itemMethods: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'pop', 'shift'])

/** Methods of arrays that give an array of the same kind of items. */
export const sameItemMethods: ReadonlySet<string> = new Set(['filter', 'slice', 'concat', 'reverse', 'toReversed', 'sort', 'toSorted', 'splice', 'flat', 'values'])
