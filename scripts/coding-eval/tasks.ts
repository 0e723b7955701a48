import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Files, readFolder } from './folder.ts'
import { type Grader, parseGrader } from './grader.ts'

/** Something that a user asks an assistant for, with what tells a good answer from a bad one. */
export interface CodingTask {
  readonly id: string
  /** In a person's words. */
  readonly request: string
  /** The project as it is before anything is done. */
  readonly starter: Files
  readonly grader: Grader
  /** The project with a right answer. */
  readonly solution: Files
  /** The project with an answer that is often given, and wrong. */
  readonly wrong: Files
  /** The program that looks at how the result behaves, relative to the repository with `/`; `null`: the code tells all. */
  readonly check: string | null
}

const tasksFolder = 'test/guidance/coding'
const startersFolder = 'test/guidance/coding-starters'

/** Every task of the repository at `root`, sorted by id. Throws an Error that names the file which is missing or has another form. */
export async function readTasks(root: string): Promise<readonly CodingTask[]> {
  const ids = (await readdir(join(root, tasksFolder))).sort()
  return Promise.all(ids.map((id) => readTask(root, id)))
}

async function readTask(root: string, id: string): Promise<CodingTask> {
  const folder = join(root, tasksFolder, id)
  const grader = parseGrader(`${tasksFolder}/${id}/grader.yaml`, await readFile(join(folder, 'grader.yaml'), 'utf8'))
  const starter = new Map([...(await readFolder(join(root, startersFolder, grader.starter))), ...(await readOptional(join(folder, 'starter')))])
  const answered = async (name: string): Promise<Files> => new Map([...starter, ...(await readFolder(join(folder, name)))])
  return {
    id,
    request: (await readFile(join(folder, 'task.md'), 'utf8')).trim(),
    starter,
    grader,
    solution: await answered('solution'),
    wrong: await answered('wrong'),
    check: existsSync(join(folder, 'check.py')) ? `${tasksFolder}/${id}/check.py` : null,
  }
}

async function readOptional(folder: string): Promise<Files> {
  return existsSync(folder) ? readFolder(folder) : new Map<string, string>()
}
