import { extractTypeScript } from '../../../analysis/languages/typescript/extract.ts'
import type { FileFacts } from '../../../analysis/model/file-facts.ts'
import { blockPath } from '../python/reading.ts'
import { shown } from '../python/shown.ts'

/** The facts of a file with this code; its extension says the dialect. */
export function read(code: string, path = 'src/mail.ts'): FileFacts {
  return extractTypeScript(path, code)
}

/** The facts of code without an error in it. */
export function readValid(code: string, path?: string): FileFacts {
  const facts = read(code, path)
  if (facts.unreadable.length > 0) throw new Error(`not valid: ${code}`)
  return facts
}

/** What the one value in the code is, on one line; the code is the right side of an assignment. */
export function valueOf(code: string, path?: string): string {
  const facts = readValid(`value = ${code}\n`, path)
  return shown(facts, facts.functions[0]?.bindings.at(-1)?.value ?? null)
}

/** What a type is, on one line. */
export function typeOf(code: string): string {
  const facts = readValid(`let value: ${code}\n`)
  return shown(facts, facts.functions[0]?.bindings.at(-1)?.type ?? null)
}

/** Every call with the blocks around it: `notify(): for orders as order > then order.paid`. */
export function callPlaces(code: string): string[] {
  const facts = readValid(code)
  return facts.calls.map((call) => `${shown(facts, call.callee)}(): ${blockPath(facts, call.block).join(' > ')}`)
}

/** Every binding of a function: `target <- via value`, with the position of a part and the type where there are any. */
export function bindingsOf(code: string, functionName = '<module>', path?: string): string[] {
  const facts = readValid(code, path)
  const owner = facts.functions.find(({ name }) => name === functionName)
  return (owner?.bindings ?? []).map(({ target, via, position, value, type }) => {
    const part = position === null ? '' : ` ${position} of`
    return `${target} <- ${via}${part} ${shown(facts, value)}${type === null ? '' : ` : ${shown(facts, type)}`}`
  })
}

/** Every function but the module body: its kind, its name with its parameters, and what it says of itself. */
export function functionsOf(code: string, path?: string): string[] {
  const facts = readValid(code, path)
  return facts.functions.slice(1).map((each) => {
    const parameters = each.parameters.map(({ name, kind, type, default: given }) => {
      const sign = kind === 'variadic' ? '...' : ''
      return `${sign}${name}${type === null ? '' : `: ${shown(facts, type)}`}${given === null ? '' : ` = ${shown(facts, given)}`}`
    })
    const words = [each.isAsync && 'async', each.isGenerator && 'generator', each.isStatic && 'static', each.isGetter && 'getter', each.isDeclaration && 'declaration']
    const returned = each.returnType === null ? '' : `: ${shown(facts, each.returnType)}`
    return [...words.filter((word) => word !== false && word !== undefined), each.kind, `${each.name}(${parameters.join(', ')})${returned}`].join(' ')
  })
}

/** Every import: `local = name of module`, `*` for a module as a whole. */
export function importsOf(code: string, path?: string): string[] {
  return readValid(code, path).imports.map(({ local, name, module, typeOnly, function: owner }) => {
    const place = owner === 0 ? '' : ` in ${owner}`
    return `${typeOnly ? 'type ' : ''}${local} = ${name ?? 'all'} of ${module}${place}`
  })
}
