/** A dependency that a package declares. */
export interface Use {
  /** Of the package, relative to the lock file's; empty: the same. */
  readonly folder: string
  readonly name: string
  readonly specifier: string
}

/** What a lock file says that a dependency is installed in; `null`: nothing. */
export type LockedVersion = (use: Use) => string | null
