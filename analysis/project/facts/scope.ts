import type { Binding, FileFacts, Import, Parameter } from '../../model/file-facts.ts'

/** What a name stands for in one function's scope. A name bound by assignment may have several bindings. */
export type LocalDefinition =
  | { readonly kind: 'function'; readonly index: number }
  | { readonly kind: 'class'; readonly index: number }
  | { readonly kind: 'import'; readonly import: Import }
  | { readonly kind: 'parameter'; readonly function: number; readonly parameter: Parameter; readonly rebound: readonly Binding[] }
  /** In the order of the text. */
  | { readonly kind: 'variable'; readonly function: number; readonly bindings: readonly Binding[] }

interface ScopeNames {
  readonly definitions: ReadonlyMap<string, LocalDefinition>
  readonly starImports: readonly Import[]
}

/** Indices into `functions`, `classes` and `imports` by the function whose scope they are in. */
interface ScopeContents {
  readonly functions: ReadonlyMap<number, readonly number[]>
  readonly classes: ReadonlyMap<number, readonly number[]>
  readonly imports: ReadonlyMap<number, readonly number[]>
  readonly methods: ReadonlyMap<number, readonly number[]>
  readonly innerClasses: ReadonlyMap<number, readonly number[]>
}

const rememberedContents = new WeakMap<FileFacts, ScopeContents>()
const remembered = new WeakMap<FileFacts, Map<number, ScopeNames>>()

/** The names that one function (0: the module) binds itself. */
export function scopeNames(file: FileFacts, index: number): ScopeNames {
  let scopes = remembered.get(file)
  if (scopes === undefined) {
    scopes = new Map()
    remembered.set(file, scopes)
  }
  let names = scopes.get(index)
  if (names === undefined) {
    names = collectNames(file, index)
    scopes.set(index, names)
  }
  return names
}

/** Looks a name up from the inside out. `null`: bound nowhere in the file (or only by a star import). */
export function findName(file: FileFacts, from: number, name: string): LocalDefinition | null {
  for (let index: number | null = from; index !== null; index = file.functions[index]?.parent ?? null) {
    const found = scopeNames(file, index).definitions.get(name)
    if (found !== undefined && isInSight(file, index, found)) return found
  }
  return null
}

/** What Python's code in a class body sees by its name is elsewhere a member of the object, which alone is in sight. */
function isInSight(file: FileFacts, index: number, { kind }: LocalDefinition): boolean {
  return file.language === 'python' || kind === 'parameter' || file.functions[index]?.kind !== 'class-body'
}

function contentsOf(file: FileFacts): ScopeContents {
  const known = rememberedContents.get(file)
  if (known !== undefined) return known
  const contents: ScopeContents = {
    functions: groupIndices(file.functions, (facts) => (facts.kind === 'function' ? facts.parent : null)),
    classes: groupIndices(file.classes, (facts) => (facts.parent === null ? facts.function : null)),
    imports: groupIndices(file.imports, (entry) => entry.function),
    methods: groupIndices(file.functions, (facts) => (facts.kind === 'method' ? facts.class : null)),
    innerClasses: groupIndices(file.classes, (facts) => facts.parent),
  }
  rememberedContents.set(file, contents)
  return contents
}

function groupIndices<T>(items: readonly T[], keyOf: (item: T) => number | null): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [index, item] of items.entries()) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  return groups
}

function collectNames(file: FileFacts, index: number): ScopeNames {
  const definitions = new Map<string, LocalDefinition>()
  const contents = contentsOf(file)
  addVariables(file, index, definitions)
  addNamed(definitions, 'function', file.functions, contents.functions.get(index))
  addNamed(definitions, 'class', file.classes, contents.classes.get(index))
  const starImports = addImports(file, contents.imports.get(index) ?? [], definitions)
  addParameters(file, index, definitions)
  const owner = file.functions[index]?.kind === 'class-body' ? file.functions[index].class : null
  if (owner !== null) {
    addNamed(definitions, 'function', file.functions, contents.methods.get(owner))
    addNamed(definitions, 'class', file.classes, contents.innerClasses.get(owner))
  }
  return { definitions, starImports }
}

function addNamed(
  definitions: Map<string, LocalDefinition>,
  kind: 'function' | 'class',
  all: readonly { readonly name: string }[],
  indices: readonly number[] = [],
): void {
  for (const index of indices) {
    const name = all[index]?.name
    if (name !== undefined) definitions.set(name, { kind, index })
  }
}

function addImports(file: FileFacts, indices: readonly number[], definitions: Map<string, LocalDefinition>): readonly Import[] {
  const starImports: Import[] = []
  for (const index of indices) {
    const entry = file.imports[index]
    if (entry === undefined) continue
    const known = definitions.get(entry.local)
    if (entry.local === '*') starImports.push(entry)
    else if (known === undefined || known.kind === 'variable' || entry.name === null) definitions.set(entry.local, { kind: 'import', import: entry })
  }
  return starImports
}

function addVariables(file: FileFacts, index: number, definitions: Map<string, LocalDefinition>): void {
  const groups = new Map<string, Binding[]>()
  for (const binding of file.functions[index]?.bindings ?? []) {
    if (!/^[\p{L}_$#][\p{L}\p{N}_$]*$/u.test(binding.target) || isOfOuter(file, index, binding)) continue
    const group = groups.get(binding.target)
    if (group === undefined) groups.set(binding.target, [binding])
    else group.push(binding)
  }
  for (const [name, bindings] of groups) {
    bindings.sort((one, other) => one.targetSpan.start - other.targetSpan.start)
    definitions.set(name, { kind: 'variable', function: index, bindings })
  }
}

const bindingPlaces = new WeakMap<FileFacts, ReadonlyMap<number, readonly number[]>>()

/** The function gives a new value to a name that one around it declares; the binding is listed in both. */
function isOfOuter(file: FileFacts, index: number, { targetSpan }: Binding): boolean {
  if (file.language === 'python' || index === 0) return false
  let places = bindingPlaces.get(file)
  if (places === undefined) {
    places = functionsByBinding(file)
    bindingPlaces.set(file, places)
  }
  const owners = places.get(targetSpan.start) ?? []
  for (let outer = file.functions[index]?.parent ?? null; outer !== null && owners.length > 1; outer = file.functions[outer]?.parent ?? null) {
    if (owners.includes(outer)) return true
  }
  return false
}

function functionsByBinding(file: FileFacts): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [index, { bindings }] of file.functions.entries()) {
    for (const { targetSpan } of bindings) {
      const known = places.get(targetSpan.start)
      if (known === undefined) places.set(targetSpan.start, [index])
      else known.push(index)
    }
  }
  return places
}

function addParameters(file: FileFacts, index: number, definitions: Map<string, LocalDefinition>): void {
  for (const parameter of file.functions[index]?.parameters ?? []) {
    const known = definitions.get(parameter.name)
    const rebound = known?.kind === 'variable' ? known.bindings : []
    definitions.set(parameter.name, { kind: 'parameter', function: index, parameter, rebound })
  }
}
