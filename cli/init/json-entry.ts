import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
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
  if (entries === undefined) return mark + addProperty(body, root, [group], { [name]: value })
  if (entries.type !== 'object') throw new ReviewError(`its \`${group}\` is no object`)
  if (findNodeAtLocation(entries, [name]) !== undefined) return text
  return mark + addProperty(body, entries, [group, name], value)
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

/** Adds the property that `path` leads to as the last one of `object`. */
function addProperty(text: string, object: Node, path: readonly string[], value: object): string {
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const last = object.children?.at(-1)
  const remark = last === undefined ? undefined : /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*(?=\r?\n))/.exec(text.slice(endOf(last)))?.[0]
  if (last === undefined || remark === undefined) {
    const formattingOptions = { insertSpaces: !unit.startsWith('\t'), tabSize: unit.startsWith('\t') ? 1 : unit.length, eol }
    return applyEdits(text, modify(text, [...path], value, { formattingOptions }))
  }
  // A remark behind the last property speaks of that one: what is added goes below it.
  const indent = /[ \t]*$/.exec(text.slice(0, last.offset))?.[0] ?? ''
  const property = `"${path.at(-1) ?? ''}": ${JSON.stringify(value, null, unit)}`.replaceAll('\n', eol + indent)
  const comma = remark.trimStart().startsWith(',') ? '' : ','
  return `${text.slice(0, endOf(last))}${comma}${remark}${eol}${indent}${property}${text.slice(endOf(last) + remark.length)}`
}

function endOf({ offset, length }: Node): number {
  return offset + length
}
