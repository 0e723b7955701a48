import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** What people say, beside what it means: the files of `server/guidance/phrases`, by their names without `.yaml`. */
export interface Phrases {
  /** By family, then by phrase: the sections that answer it, best first. */
  readonly families: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly 'task-types': Readonly<Record<string, TaskTypePhrases>>
  readonly questions: Readonly<Record<string, { readonly ask: string; readonly 'answered-by': string }>>
  readonly 'off-topic': readonly string[]
}

export interface TaskTypePhrases {
  /** Ids of key questions. */
  readonly settles: readonly string[]
  readonly practices: Readonly<Record<'design' | 'errors' | 'performance', string>>
  readonly phrases: readonly string[]
}

const sentence = z.string().trim().min(1)

const taskTypeForm = z.strictObject({
  settles: z.array(z.string()),
  practices: z.strictObject({ design: sentence, errors: sentence, performance: sentence }),
  phrases: z.array(sentence).min(10),
})

const questionForm = z.strictObject({ ask: sentence, 'answered-by': z.string().refine(isExpression, 'is no regular expression') })

const fileForms = {
  families: z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1))),
  'task-types': z.record(z.string(), taskTypeForm),
  questions: z.record(z.string(), questionForm),
  'off-topic': z.array(sentence).min(50),
}
const form: z.ZodType<Phrases> = z.strictObject(fileForms)

/** Reads the phrases of the repository at `root`. Throws where a file is missing or has another form, and names it. */
export async function readPhrases(root: string): Promise<Phrases> {
  const names = Object.keys(fileForms)
  const files = await Promise.all(names.map(async (name) => [name, parse(await readFile(join(root, 'server/guidance/phrases', `${name}.yaml`), 'utf8')) as unknown] as const))
  return form.parse(Object.fromEntries(files))
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp
  } catch {
    return false
  }
}
