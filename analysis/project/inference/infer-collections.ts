import { itemMethods, sameItemMethods } from '../../frameworks/script-globals.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callSite } from '../facts/site.ts'
import { commonType, elementType } from './infer-expressions.ts'
import type { Inference } from './inference.ts'
import { unknownType, type Type } from './type.ts'

type CollectionMethod = Extract<Type, { kind: 'collection-method' }>

/** `items.map(…)`, `items.find(…)`, `items.pop()` */
export function collectionResult(types: Inference, { name, item }: CollectionMethod, call: Call, file: FileFacts): Type {
  if (itemMethods.has(name)) return item
  if (sameItemMethods.has(name)) return { kind: 'collection', item }
  if (name !== 'map' && name !== 'flatMap') return unknownType
  const made = resultOfGiven(types, call, file, 0)
  return { kind: 'collection', item: name === 'map' ? made : elementType(made) }
}

/** What the function returns that is given to a call at `position`. */
function resultOfGiven(types: Inference, call: Call, file: FileFacts, position: number): Type {
  const given = call.arguments[position]
  const type = given === undefined ? unknownType : types.typeOf(given.value, callSite(file, call))
  return type.kind === 'function' ? types.returned(type.ref) : unknownType
}

/** What stands under every key of an object. */
function valueIn(types: Inference, type: Type): Type {
  if (type.kind === 'mapping' && type.isObject) return type.value
  return type.kind === 'record' && type.holds === 'values' ? commonType(type.expression.entries.map(({ value }) => types.typeOf(value, type.site))) : unknownType
}

/** The value of calling something that JavaScript has without an import. `null`: nothing special. */
export function globalResult(types: Inference, name: string, call: Call, file: FileFacts): Type | null {
  const site = callSite(file, call)
  const [first] = call.arguments
  const given = (): Type => (first === undefined ? unknownType : types.typeOf(first.value, site))
  const typeArgument = (at: number): Type => {
    const written = call.typeArguments?.[at]
    return written === undefined ? unknownType : types.annotated(written, site)
  }
  switch (name) {
    case 'globalThis.Promise.all':
      return first?.value.kind === 'list' ? { kind: 'tuple', items: first.value.items.map((item) => types.typeOf(item, site)) } : given()
    case 'globalThis.Promise.resolve':
      return given()
    case 'globalThis.Map':
      return { kind: 'mapping', value: typeArgument(1), isObject: false }
    case 'globalThis.Set':
      return { kind: 'collection', item: call.typeArguments === undefined ? elementType(given()) : typeArgument(0) }
    case 'globalThis.Array.from':
      return { kind: 'collection', item: call.arguments[1] === undefined ? elementType(given()) : resultOfGiven(types, call, file, 1) }
    case 'globalThis.Object.values':
      return { kind: 'collection', item: valueIn(types, given()) }
    case 'globalThis.Object.entries':
      return { kind: 'collection', item: { kind: 'tuple', items: [unknownType, valueIn(types, given())] } }
    default:
      return null
  }
}
