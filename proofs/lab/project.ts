import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { example, type Files } from './examples.ts'
import { placesOf } from './places.ts'
import { Program } from './program.ts'
import { surrounding } from './surrounding.ts'
import { transpile } from './transpile.ts'
import type { Web } from './web.ts'

export interface ProjectOptions {
  /** Added to the example; they replace files with the same path. */
  readonly files?: Files
  /** Answers every `fetch` in the project. */
  readonly web?: Web
}

let count = 0

/** A project made of the page's wrong or right example below `heading`, and of the files given. */
export function project(role: 'wrong' | 'right', heading: string | null, { files = {}, web }: ProjectOptions = {}): Promise<Project> {
  return Project.make(role, { ...example(role, heading), ...files }, web)
}

/** A project of TypeScript in a folder of its own, with a Redis and a PostgreSQL database of its own, on the packages of `proofs/node`. */
export class Project {
  readonly role: 'wrong' | 'right'
  readonly folder: string
  /** What its programs see; `REDIS_URL` and `DATABASE_URL` are this project's own. */
  readonly env: Readonly<Record<string, string>>
  readonly #node = surrounding('PROOF_NODE')
  #programs = 0

  private constructor(role: 'wrong' | 'right', folder: string, env: Readonly<Record<string, string>>) {
    this.role = role
    this.folder = folder
    this.env = env
  }

  /** Writes `files`. Where they name the host `redis`, it is the project's Redis. */
  static async make(role: 'wrong' | 'right', files: Files, web?: Web): Promise<Project> {
    const number = count++
    const env = { ...(await placesOf(number)), PROOF_WEB: web?.url ?? '' }
    const made = new Project(role, join(surrounding('PROOF_FOLDER'), `${role}-${number}`), env)
    await made.#write({ ...files, 'surroundings.cts': surroundings, 'package.json': '{}' })
    return made
  }

  /** Runs code, an ES module, that has to succeed, and gives what it wrote. Its imports begin at the project's folder: `./src/orders.js`. */
  async run(code: string, seconds?: number): Promise<string> {
    const program = await this.start(code)
    if ((await program.end(seconds)) !== 0) throw new Error(`this failed:\n${code}\n${program.log}`)
    return program.log
  }

  /** Runs code whose process has to fail, and gives the line of its output that matches. */
  async fails(code: string, pattern: RegExp, seconds?: number): Promise<string> {
    const program = await this.start(code)
    if ((await program.end(seconds)) === 0) throw new Error(`this should have failed:\n${code}\n${program.log}`)
    const [line] = program.lines(pattern)
    if (line === undefined) throw new Error(`this failed otherwise than with ${String(pattern)}:\n${code}\n${program.log}`)
    return line
  }

  /** Starts code and gives the running program. */
  async start(code: string): Promise<Program> {
    this.#programs += 1
    const name = `program-${this.#programs}.mts`
    await this.#write({ [name]: code })
    const args = ['--require', './surroundings.cjs', name.replace('mts', 'mjs')]
    return new Program(this.#node, args, this.folder, { ...process.env, ...this.env })
  }

  /** Prints the line that shows what this example does: it goes into the page of proofs. */
  show(line: string): void {
    process.stdout.write(`${this.role.toUpperCase()} ${line.trim()}\n`)
  }

  async #write(files: Files): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      const [target, code] = transpile(path, this.#placeRedis(text))
      await mkdir(dirname(join(this.folder, target)), { recursive: true })
      await writeFile(join(this.folder, target), code)
    }
  }

  #placeRedis(text: string): string {
    const url = this.env['REDIS_URL']
    if (url === undefined) return text
    const { hostname, port, pathname } = new URL(url)
    return text.replaceAll("host: 'redis'", `host: '${hostname}', port: ${port}, db: ${pathname.slice(1)}`)
  }
}

/** Loaded before the code of a project. */
const surroundings = `
require('reflect-metadata')
const { fetch: send } = globalThis
if (process.env.PROOF_WEB) {
  globalThis.fetch = (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input)
    if (asked.hostname === '127.0.0.1') return send(input, init)
    const headers = new Headers(init?.headers)
    headers.set('x-proof-host', asked.host)
    return send(process.env.PROOF_WEB + asked.pathname + asked.search, { ...init, headers })
  }
}
`
