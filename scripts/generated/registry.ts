/** The text of `rules/registry.ts` for the given rule ids, in the given order. */
export function registrySource(ids: readonly string[]): string {
  const imports = ids.map((id) => `import { rule as ${variableName(id)} } from './${id}/rule.ts'`)
  const items = ids.map((id) => `  ${variableName(id)},`)
  const list = items.length === 0 ? '[]' : `[\n${items.join('\n')}\n]`
  return [
    '// Written by `npm run generate` from the folders beside it.',
    "import type { Rule } from '../analysis/model/rule.ts'",
    ...imports,
    '',
    '/** Every rule, sorted by id. */',
    `export const rules: readonly Rule[] = ${list}`,
    '',
  ].join('\n')
}

/** A rule id as a variable name: `object-argument` becomes `objectArgument`. */
function variableName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
