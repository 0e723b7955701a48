/** What becomes of a promise. Source: ECMAScript 2026, `Promise` and `Array.prototype`. */

/** Functions that give one promise for those in a list, and fail with any of them. */
export const joiningFunctions: ReadonlySet<string> = new Set(['globalThis.Promise.all', 'globalThis.Promise.race', 'globalThis.Promise.any'])

/** Methods of a promise whose own promise fails with it. */
export const continuingMethods: ReadonlySet<string> = new Set(['then', 'finally'])

/** Methods of a promise that wait for what their function gives. */
export const adoptingMethods: ReadonlySet<string> = new Set(['then', 'catch', 'finally'])

/** Methods of a list that throw away what their function gives. */
export const droppingMethods: ReadonlySet<string> = new Set(['forEach'])

/** Methods of a list that collect what their function gives. */
export const collectingMethods: ReadonlySet<string> = new Set(['map', 'flatMap'])
