import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reviewSources } from '../../review/review.ts'
import { guide } from '../../server/tools/guide.ts'
import { showGuide } from '../../server/tools/guide-text.ts'
import { countTokens } from '../references/tokens.ts'
import { filesIn } from './answer.ts'
import { askModel, CommandError, type ModelCommand } from './ask.ts'
import { type Files, readFolder, writeFolder } from './folder.ts'
import { showFinding } from './grade-code.ts'
import { promptOf, type PromptParts } from './prompt.ts'
import type { CodingTask } from './tasks.ts'

/** What a model made of a task. */
export interface Attempt {
  readonly files: Files
  /** How often it was asked. */
  readonly rounds: number
  /** Of all prompts and answers; what a command reads and writes by itself is not seen. */
  readonly tokens: number
  /** Why there is no result; `null`: there is one. */
  readonly failure: string | null
}

/** With nothing but the request and the project, in one round. Throws a CommandError where the command cannot be run. */
export async function attemptUnguided(command: ModelCommand, { request, starter }: CodingTask): Promise<Attempt> {
  return inFolder(starter, async (session) => {
    await session.ask({ request, guidance: null, findings: [] })
  }, command)
}

/** With the answer of our `guide` to the request, and a second round where our review finds something in the first. Throws a CommandError where the command cannot be run. */
export async function attemptGuided(command: ModelCommand, { request, starter }: CodingTask): Promise<Attempt> {
  const guidance = showGuide(await guide({ request }))
  return inFolder(starter, async (session) => {
    await session.ask({ request, guidance, findings: [] })
    const findings = reviewSources(session.files()).findings.map(showFinding)
    if (findings.length > 0) await session.ask({ request, guidance, findings })
  }, command)
}

interface Session {
  readonly ask: (parts: Omit<PromptParts, 'files'>) => Promise<void>
  readonly files: () => Files
}

async function inFolder(starter: Files, work: (session: Session) => Promise<void>, command: ModelCommand): Promise<Attempt> {
  const folder = await mkdtemp(join(tmpdir(), 'coding-task-'))
  let [files, rounds, tokens] = [starter, 0, 0]
  const ask = async (parts: Omit<PromptParts, 'files'>): Promise<void> => {
    const prompt = promptOf({ ...parts, files })
    rounds += 1
    tokens += countTokens(prompt)
    const answer = await askModel(command, prompt, folder)
    tokens += countTokens(answer)
    await writeFolder(folder, filesIn(answer))
    files = await readFolder(folder)
  }
  try {
    await writeFolder(folder, starter)
    await work({ ask, files: () => files })
    return { files, rounds, tokens, failure: null }
  } catch (error) {
    if (error instanceof CommandError) throw error
    return { files, rounds, tokens, failure: error instanceof Error ? error.message : String(error) }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
