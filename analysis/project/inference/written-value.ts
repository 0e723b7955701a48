import type { Expression } from '../../model/expression.ts'
import type { Binding, FileFacts, Import } from '../../model/file-facts.ts'
import { isFrameworkModule } from '../../frameworks/builtins.ts'
import type { Inference } from './inference.ts'
import { runsInProduction } from './production-branches.ts'
import { findName, scopeNames, type LocalDefinition } from '../facts/scope.ts'
import type { Site } from '../facts/site.ts'

/** An expression with the place it is written at. */
export interface Written {
  readonly expression: Expression
  readonly site: Site
}

const longestChain = 6

/**
 * What a name stands for, as it is written where the name is given its value, also in another module of the project. Anything
 * but a name stands for itself. Values given only for tests or debugging are left out; `null`: not one single value.
 */
export function writtenValue(types: Inference, expression: Expression, site: Site, left: number = longestChain): Written | null {
  const named = expression.kind === 'name' || expression.kind === 'member' ? valueOfName(types, expression, site) : 'itself'
  if (named === 'itself') return { expression, site }
  return named === null || left === 0 ? null : writtenValue(types, named.expression, named.site, left - 1)
}

function valueOfName(types: Inference, expression: Expression, site: Site): Written | 'itself' | null {
  if (expression.kind === 'member') {
    const module = types.typeOf(expression.object, site)
    return module.kind === 'module' ? valueInModule(types, module.path, expression.name) : 'itself'
  }
  if (expression.kind !== 'name') return 'itself'
  const local = findName(site.file, site.function, expression.name)
  return local === null ? 'itself' : valueOfDefinition(types, local, site.file)
}

function valueOfDefinition(types: Inference, local: LocalDefinition, file: FileFacts): Written | 'itself' | null {
  if (local.kind === 'variable') return onlyValue(local.bindings, local.function, file)
  return local.kind === 'import' ? importedValue(types, local.import, file) : 'itself'
}

function onlyValue(bindings: readonly Binding[], owner: number, file: FileFacts): Written | null {
  const given = bindings.filter(({ block, via }) => via !== 'declared' && runsInProduction(file, block))
  const [binding] = given
  if (given.length !== 1 || binding === undefined || binding.via !== 'assign' || binding.value === null) return null
  return { expression: binding.value, site: { file, function: owner, at: binding.span.start } }
}

function importedValue(types: Inference, entry: Import, file: FileFacts): Written | 'itself' | null {
  const path = entry.name === null || isFrameworkModule(entry.module) ? null : types.modules.find(entry.module, file.path)
  return path === null || entry.name === null ? 'itself' : valueInModule(types, path, entry.name)
}

function valueInModule(types: Inference, path: string, name: string): Written | 'itself' | null {
  const file = types.workspace.facts(path)
  const local = file === null ? undefined : scopeNames(file, 0).definitions.get(name)
  return file === null || local === undefined ? 'itself' : valueOfDefinition(types, local, file)
}
