/**
 * True for a name in a module that Django applications keep their entities or their tasks in: even where the module is out
 * of sight, its name says what such a thing is.
 */
export function isConventionalModule(name: string): boolean {
  return /(^|\.)(models|tasks)(\.\w+)*$/.test(name)
}
