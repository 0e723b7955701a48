import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { ReviewError } from '../../review/review-error.ts'

/** A property to add: `{ [group]: { [name]: value } }`. */
export interface Entry {
  readonly group: string
  readonly name: string
  readonly value: object
}

/**
 * `text`, JSON with comments or nothing at all, with an entry more; everything else stays as it is. An entry of that name that is there already is
 * its owner's and stays, too. Throws a ReviewError with the reason where the text cannot be understood.
 */
export function withEntry(text: string, { group, name, value }: Entry): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  if (body.trim() === '') return `${mark}${JSON.stringify({ [group]: { [name]: value } }, null, 2)}\n`
  const root = readObject(body)
  const entries = findNodeAtLocation(root, [group])
  if (entries === undefined) return mark + addProperty(body, root, group, { [name]: value })
  if (entries.type !== 'object') throw new ReviewError(`its \`${group}\` is no object`)
  if (findNodeAtLocation(entries, [name]) !== undefined) return text
  return mark + addProperty(body, entries, name, value)
}

function readObject(text: string): Node {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (error !== undefined) throw new ReviewError(`line ${text.slice(0, error.offset).split('\n').length} is not valid JSON (${printParseErrorCode(error.error)})`)
  if (root?.type !== 'object') throw new ReviewError('it holds no object')
  const names = root.children?.map(({ children }) => String(children?.[0]?.value)) ?? []
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) throw new ReviewError(`\`${repeated}\` stands in it twice`)
  return root
}

/** Adds a property as the last one of `object`, in the manner of the text around it, and touches nothing else. */
function addProperty(text: string, object: Node, name: string, value: object): string {
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const property = (indent: string): string => `${eol}${indent}"${name}": ${JSON.stringify(value, null, unit).replaceAll('\n', eol + indent)}`
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text.slice(0, object.offset))?.[1] ?? ''
  const last = object.children?.at(-1)
  if (last === undefined) {
    const inner = text.slice(object.offset, endOf(object) - 1).trimEnd()
    return `${text.slice(0, object.offset)}${inner}${property(indent + unit)}${eol}${indent}${text.slice(endOf(object) - 1)}`
  }
  // A remark behind the last property speaks of that one: what is added goes after it.
  const rest = text.slice(endOf(last))
  const remark = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(rest)?.[0] ?? /^[ \t]*,/.exec(rest)?.[0] ?? ''
  const isOnLineOfItsOwn = /(?:^|\n)[ \t]*$/.test(text.slice(0, last.offset))
  const ownIndent = isOnLineOfItsOwn ? (/[ \t]*$/.exec(text.slice(0, last.offset))?.[0] ?? '') : indent + unit
  const added = isOnLineOfItsOwn || remark.includes('//') ? property(ownIndent) : ` "${name}": ${JSON.stringify(value)}`
  return text.slice(0, endOf(last)) + (remark.trimStart().startsWith(',') ? '' : ',') + remark + added + rest.slice(remark.length)
}

function endOf({ offset, length }: Node): number {
  return offset + length
}
