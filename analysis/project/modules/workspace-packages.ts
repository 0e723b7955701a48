import { declaredSpecifier, type PackageManifest } from '../files/package-manifests.ts'
import { foldersUpFrom } from '../files/paths.ts'
import { textIn } from '../files/tables.ts'

/** The packages that the project itself consists of. */
export interface WorkspacePackages {
  /** The package that a file in `folder` belongs to. */
  around(folder: string): PackageManifest | null
  at(folder: string): PackageManifest | null
  /** The package that `name` means to a file in `folder`; `null`: one from a registry. */
  named(name: string, folder: string): PackageManifest | null
}

export function indexPackages(manifests: readonly PackageManifest[]): WorkspacePackages {
  const byFolder = new Map(manifests.map((manifest) => [manifest.folder, manifest]))
  const names = new Set(manifests.map(({ name }) => name))

  function named(name: string, folder: string): PackageManifest | null {
    if (!names.has(name)) return null
    const users = packagesAbove(folder)
    const own = manifests.filter((manifest) => manifest.name === name && isLinked(manifest, name, users))
    return own.sort((left, right) => sharedFolders(right.folder, folder) - sharedFolders(left.folder, folder))[0] ?? null
  }

  function packagesAbove(folder: string): readonly PackageManifest[] {
    return foldersUpFrom(folder).flatMap((each) => byFolder.get(each) ?? [])
  }

  return { around: (folder) => packagesAbove(folder)[0] ?? null, at: (folder) => byFolder.get(folder) ?? null, named }
}

/** A package manager links a package of the project unless another version is wanted of one that has the same name in a registry. */
function isLinked({ content }: PackageManifest, name: string, users: readonly PackageManifest[]): boolean {
  const specifier = users.map((user) => declaredSpecifier(user, name)).find((each) => each !== null) ?? null
  const wanted = specifier === null ? null : /^[\^~>=v\s]*(\d+)/.exec(specifier)
  return name.startsWith('@') || wanted === null || textIn(content, 'version')?.split('.')[0] === wanted[1]
}

function sharedFolders(one: string, other: string): number {
  const others = other.split('/')
  const end = one.split('/').findIndex((segment, index) => segment !== others[index])
  return end === -1 ? one.split('/').length : end
}
