import { readdir, readFile } from 'node:fs/promises'
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
  /** What is about background tasks, whichever section answers it. */
  readonly covered: readonly string[]
  /** More of what has nothing to do with background tasks, by field. */
  readonly 'off-topic-fields': Readonly<Record<string, readonly string[]>>
  /** By section: more ways of asking for it. */
  readonly asked: Readonly<Record<string, readonly string[]>>
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
  covered: z.array(sentence),
  'off-topic-fields': z.record(z.string(), z.array(sentence)),
}
const form: z.ZodType<Omit<Phrases, 'asked'>> = z.strictObject(fileForms)
const askedForm = z.record(z.string(), z.array(sentence))

/** Reads the phrases of the repository at `root`. Throws where a file is missing or has another form, and names it. */
export async function readPhrases(root: string): Promise<Phrases> {
  const folder = join(root, 'server/guidance/phrases')
  const files = await Promise.all(Object.keys(fileForms).map(async (name) => [name, await readYaml(join(folder, `${name}.yaml`))] as const))
  return { ...form.parse(Object.fromEntries(files)), asked: await readAsked(join(folder, 'asked')) }
}

/** Each file is named after its reference and maps its sections to phrases. */
async function readAsked(folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(
    names.map(async (name) => Object.entries(askedForm.parse(await readYaml(join(folder, name)))).map(([id, phrases]) => [`${name.replace(/\.yaml$/, '')}#${id}`, phrases] as const)),
  )
  return Object.fromEntries(files.flat())
}

async function readYaml(file: string): Promise<unknown> {
  return parse(await readFile(file, 'utf8')) as unknown
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp
  } catch {
    return false
  }
}
