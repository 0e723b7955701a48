/** Options that packages add to tasks on purpose. */
export const extensionOptions: ReadonlySet<string> = new Set([
  'once', 'lock_expiry', 'unique_on', 'raise_on_duplicate', 'verbose_name', 'description', 'singleton', 'unique', 'tags', 'title',
])
