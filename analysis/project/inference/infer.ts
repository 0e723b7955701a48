import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { familyOf } from './class-family.ts'
import { inferAnnotation } from './infer-annotations.ts'
import { inferResult, inferReturned } from './infer-calls.ts'
import { inferExpression } from './infer-expressions.ts'
import { inferMember, inferModuleMember } from './infer-members.ts'
import { inferName } from './infer-names.ts'
import type { Inference } from './inference.ts'
import { indexModules } from './module-index.ts'
import { refKey, unknownType, type ClassFamily, type Type } from './type.ts'
import type { Workspace } from '../files/workspace.ts'

const deepest = 60

/** Starts an inference over a workspace. Questions that lead back to themselves are answered with "unknown". */
export function startInference(workspace: Workspace): Inference {
  const expressions = new WeakMap<Expression, Type>()
  const results = new WeakMap<Call, Type>()
  const keyed = new Map<string, Type>()
  const families = new Map<string, ClassFamily>()
  let depth = 0

  function once<K>(known: { get(key: K): Type | undefined; set(key: K, type: Type): unknown }, key: K, infer: () => Type): Type {
    const answer = known.get(key)
    if (answer !== undefined) return answer
    if (depth > deepest) return unknownType
    known.set(key, unknownType)
    depth++
    const type = infer()
    depth--
    known.set(key, type)
    return type
  }

  const types: Inference = {
    workspace,
    modules: indexModules(workspace),
    typeOf: (expression, site) => once(expressions, expression, () => inferExpression(types, expression, site)),
    lookup: (name, site) => inferName(types, name, site),
    member: (type, name) => inferMember(types, type, name),
    moduleMember: (path, name) => once(keyed, `module ${path} ${name}`, () => inferModuleMember(types, path, name)),
    result: (call: Call, file: FileFacts) => once(results, call, () => inferResult(types, call, file)),
    annotated: (annotation, site) => inferAnnotation(types, annotation, site),
    returned: (ref) => once(keyed, `returned ${refKey(ref)}`, () => inferReturned(types, ref)),
    family(ref) {
      const key = refKey(ref)
      const known = families.get(key)
      if (known !== undefined) return known
      families.set(key, { members: [ref], externals: new Set(), hasUnknownBase: true, isEntity: false })
      const family = familyOf(types, ref)
      families.set(key, family)
      return family
    },
  }
  return types
}
