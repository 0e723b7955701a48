import type { Expression, RecordEntry } from '../../../analysis/model/expression.ts'
import type { FileFacts } from '../../../analysis/model/file-facts.ts'

/** An expression on one line: operations in parentheses, `?` for what is unknown. */
export function shown(facts: FileFacts, expression: Expression | null): string {
  const show = (inner: Expression): string => shown(facts, inner)
  const list = (items: readonly Expression[]): string => items.map(show).join(', ')
  switch (expression?.kind) {
    case 'literal':
      return JSON.stringify(expression.value)
    case 'name':
      return expression.name
    case 'member':
      return `${show(expression.object)}.${expression.name}`
    case 'index':
      return `${show(expression.object)}[${show(expression.key)}]`
    case 'call':
      return shownCall(facts, expression.call)
    case 'function':
      return `<function ${expression.function}>`
    case 'list':
      return `[${list(expression.items)}]`
    case 'tuple':
      return `(${list(expression.items)})`
    case 'set':
      return `{${list(expression.items)}}`
    case 'record':
      return `{${expression.entries.map((entry) => shownEntry(facts, entry)).join(', ')}}`
    case 'template':
      return expression.texts.map((text, index) => JSON.stringify(text) + holeText(facts, expression.holes[index])).join('')
    case 'operation':
      return `(${expression.operator} ${list(expression.operands)})`
    case 'conditional':
      return `(if ${show(expression.condition)}: ${show(expression.whenTrue)} else ${show(expression.whenFalse)})`
    case 'comprehension': {
      const sources = expression.sources.map(({ names, iterable }) => ` for ${names.join(' ')} in ${show(iterable)}`)
      return `${expression.collection}(${show(expression.element)}${sources.join('')})`
    }
    case 'spread':
      return `*${show(expression.value)}`
    case 'unknown':
      return '?'
    case undefined:
      return 'null'
  }
}

function holeText(facts: FileFacts, hole: Expression | undefined): string {
  return hole === undefined ? '' : `{${shown(facts, hole)}}`
}

function shownEntry(facts: FileFacts, { key, value }: RecordEntry): string {
  return key === null ? `**${shown(facts, value)}` : `${shown(facts, key)}: ${shown(facts, value)}`
}

function shownCall(facts: FileFacts, index: number): string {
  const call = facts.calls[index]
  const given = call?.arguments.map(({ name, spread, value }) => {
    const prefix = spread === 'positional' ? '*' : spread === 'keyword' ? '**' : name === null ? '' : `${name}=`
    return prefix + shown(facts, value)
  })
  return `${shown(facts, call?.callee ?? null)}(${given?.join(', ') ?? ''})`
}
