/** A name in the spelling of Python: `apiKey` and `API_KEY` are `api_key`. */
export function inSnakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase()
}
