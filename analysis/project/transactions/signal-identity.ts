import type { Expression } from '../../model/expression.ts'
import type { Inference } from '../inference/inference.ts'
import { findName } from '../facts/scope.ts'
import type { Site } from '../facts/site.ts'

/** Where a name at the top of a module is given its value: `shop/signals.py order_placed`. `null`: it cannot be told. */
export function definitionOf(types: Inference, expression: Expression, site: Site): string | null {
  if (expression.kind === 'name') return nameDefinition(types, expression.name, site)
  if (expression.kind !== 'member') return null
  const owner = types.typeOf(expression.object, site)
  return owner.kind === 'module' ? exportedDefinition(types, owner.path, expression.name) : null
}

function nameDefinition(types: Inference, name: string, site: Site): string | null {
  const found = findName(site.file, site.function, name)
  if (found?.kind === 'variable') return found.function === 0 ? `${site.file.path} ${name}` : null
  if (found?.kind !== 'import' || found.import.name === null) return null
  const path = types.modules.find(found.import.module, site.file.path)
  return path === null ? null : exportedDefinition(types, path, found.import.name)
}

/** Follows a module that hands on what it imports itself. */
function exportedDefinition(types: Inference, path: string, name: string): string | null {
  const file = types.workspace.facts(path)
  if (file === null) return null
  const found = findName(file, 0, name)
  if (found?.kind === 'import') return nameDefinition(types, name, { file, function: 0, at: 0 })
  return found?.kind === 'variable' ? `${path} ${name}` : null
}
