/** What the runner of the proofs says in the environment. Throws where it does not: a proof runs by `npm run prove` alone. */
export function surrounding(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run this by \`npm run prove\`, and say what it needs in its head`)
  return value
}
