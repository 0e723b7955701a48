import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export interface Question {
  readonly id: string
  readonly query: string
  /** References that answer it. */
  readonly refs: readonly string[]
  /** An answer mentions one of these at least. */
  readonly must_mention: readonly string[]
}

const query = { id: z.string(), query: z.string().min(1) }
const question: z.ZodType<Question> = z.object({ ...query, refs: z.array(z.string()).min(1), must_mention: z.array(z.string()).min(1) })
const negative: z.ZodType<EvalSet['negatives'][number]> = z.object(query)
const typed: z.ZodType<EvalSet['taskTypes'][number]> = z.object({ ...query, task_type: z.string() })

/** One set of questions with what is right for each. */
export interface EvalSet {
  readonly name: string
  readonly questions: readonly Question[]
  /** Questions about something else. */
  readonly negatives: readonly { readonly id: string; readonly query: string }[]
  readonly taskTypes: readonly { readonly id: string; readonly query: string; readonly task_type: string }[]
}

/** The sets: what everything was tuned on, and `held`, which nothing was tuned on. */
export const setNames: readonly string[] = ['dev', 'tune', 'held']

/** Reads a set from `test/guidance/eval`. Throws where a line has another form, and names the file and line. */
export async function readSet(root: string, name: string): Promise<EvalSet> {
  const folder = join(root, 'test/guidance/eval')
  return {
    name,
    questions: await readLines(join(folder, `queries.${name}.jsonl`), question),
    negatives: await readLines(join(folder, `negatives.${name}.jsonl`), negative),
    taskTypes: await readLines(join(folder, `task-types.${name}.jsonl`), typed),
  }
}

async function readLines<T>(file: string, form: z.ZodType<T>): Promise<readonly T[]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line, index) => {
    try {
      return form.parse(JSON.parse(line))
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  })
}
