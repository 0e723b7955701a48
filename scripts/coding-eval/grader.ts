import { parse } from 'yaml'
import { z } from 'zod'
import { rules } from '../../rules/registry.ts'

/** What has to be true of one task in the linked model of the result. Left out: not asked. */
export interface Fact {
  /** The name of the function that does the work. */
  readonly task: string
  /** Code of the project sends it. */
  readonly sent?: true | undefined
  /** Something sends it again and again. */
  readonly scheduled?: true | undefined
  /** It is retried, and not more often than this after the first try. */
  readonly mostRetries?: number | undefined
  /** These are set for it. */
  readonly limits?: readonly ('time' | 'soft_time' | 'rate' | 'expires')[] | undefined
  readonly queue?: string | undefined
  /** Its message is kept until the work is done. */
  readonly acknowledgedLate?: true | undefined
}

/** How results of a task are told apart. No rule of the usual set may report anything on a good one. */
export interface Grader {
  /** The folder of the project that it starts from. */
  readonly starter: string
  /** The traps: rules that report the typical wrong answer. Empty where only its behaviour shows that it is wrong. */
  readonly rules: readonly string[]
  readonly facts: readonly Fact[]
}

const yes = z.literal(true).optional()
const fact = z.strictObject({
  task: z.string().min(1),
  sent: yes,
  scheduled: yes,
  mostRetries: z.int().positive().optional(),
  limits: z.array(z.enum(['time', 'soft_time', 'rate', 'expires'])).min(1).optional(),
  queue: z.string().optional(),
  acknowledgedLate: yes,
})
const ruleId = z.enum(rules.map(({ id }) => id))
const grader: z.ZodType<Grader> = z.strictObject({ starter: z.string().min(1), rules: z.array(ruleId), facts: z.array(fact).min(1) })

/** Reads a `grader.yaml`. Throws an Error that names the file and what is wrong in it. */
export function parseGrader(file: string, text: string): Grader {
  try {
    return grader.parse(parse(text))
  } catch (error) {
    throw new Error(`${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, { cause: error })
  }
}
