import { functionsAround, type Site } from './site.ts'

/** The nearest function with a name around a place, with its class: `Orders.place`; `null`: none is, it stands in the module's body. */
export function enclosingName({ file, function: owner }: Pick<Site, 'file' | 'function'>): string | null {
  const named = functionsAround(file, owner).find(({ kind }) => kind === 'function' || kind === 'method')
  if (named === undefined) return null
  const owningClass = named.class === null ? undefined : file.classes[named.class]
  return owningClass === undefined ? named.name : `${owningClass.name}.${named.name}`
}
