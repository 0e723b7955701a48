import { extractPython } from '../../../analysis/languages/python/extract.ts'
import type { FileFacts } from '../../../analysis/model/file-facts.ts'
import type { Span } from '../../../analysis/model/source.ts'
import { shown } from './shown.ts'

/** The facts of a file with this code. */
export function read(code: string): FileFacts {
  return extractPython('shop/tasks.py', code)
}

/** What the one value in the code is, on one line; the code is the right side of an assignment. */
export function valueOf(code: string): string {
  const facts = read(`value = ${code}\n`)
  if (facts.unreadable.length > 0) throw new Error(`not valid: ${code}`)
  return shown(facts, facts.functions[0]?.bindings.at(-1)?.value ?? null)
}

/** The same data, with every span replaced by the text it covers. */
export function withTexts(code: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withTexts(code, item))
  if (typeof value !== 'object' || value === null) return value
  if (isSpan(value)) return code.slice(value.start, value.end)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(code, inner)]))
}

function isSpan(value: object): value is Span {
  return Object.keys(value).toSorted().join() === 'end,start'
}

/** The blocks around an index, outermost first, each as its kind, its form and what it is about. */
export function blockPath(facts: FileFacts, index: number | null): string[] {
  const block = index === null ? undefined : facts.blocks[index]
  if (block === undefined) return []
  const words = [block.form ?? block.kind, ...(block.subject === null ? [] : [shown(facts, block.subject)]), ...block.names.map((name) => `as ${name}`)]
  return [...blockPath(facts, block.parent), words.join(' ')]
}

/** Every call with the blocks around it: `notify(): loop orders as order > then order.paid`. */
export function callPlaces(code: string): string[] {
  const facts = read(code)
  return facts.calls.map((call) => `${shown(facts, call.callee)}(): ${blockPath(facts, call.block).join(' > ')}`)
}

/** Every binding of a function: `target <- via value`, with the position of a part and the type where there are any. */
export function bindingsOf(code: string, functionName = '<module>'): string[] {
  const facts = read(code)
  const owner = facts.functions.find(({ name }) => name === functionName)
  return (owner?.bindings ?? []).map(({ target, via, position, value, type }) => {
    const part = position === null ? '' : ` ${position} of`
    return `${target} <- ${via}${part} ${shown(facts, value)}${type === null ? '' : ` : ${shown(facts, type)}`}`
  })
}
