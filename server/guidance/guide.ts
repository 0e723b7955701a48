import { readFile } from 'node:fs/promises'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import { packageFile } from '../../analysis/languages/package-files.ts'
import type { GuideData, ModelName, ModelsData } from './guide-data.ts'
import { type LinearModel, loadLinearModel } from './linear-model.ts'
import { searchOptions } from './search-options.ts'
import { spellingOf } from './spelling.ts'

/** What guidance knows, ready to be asked. */
export interface Guide extends Pick<GuideData, 'references' | 'sections' | 'taskTypes' | 'questions'> {
  readonly search: MiniSearch
  readonly sectionModel: LinearModel
  readonly referenceModel: LinearModel
  readonly coverageModel: LinearModel
  readonly taskTypeModel: LinearModel
  /** Turns a misspelled term into the known one that was meant. */
  readonly correct: (term: string) => string
}

let loading: Promise<Guide> | null = null

/** Loads what the build wrote, once. Throws where the installation is incomplete. */
export function loadGuide(): Promise<Guide> {
  loading ??= readGuide()
  return loading
}

async function readGuide(): Promise<Guide> {
  const models = await readModels()
  const search = MiniSearch.loadJS((await readData('search.json')) as AsPlainObject, searchOptions)
  const data = (await readData('guide.json')) as GuideData
  return { ...data, search, ...models }
}

async function readModels(): Promise<Pick<Guide, 'sectionModel' | 'referenceModel' | 'coverageModel' | 'taskTypeModel' | 'correct'>> {
  const data = (await readData('models.json')) as ModelsData
  const { buffer, byteOffset } = await readFile(guidanceFile('models.bin'))
  let start = byteOffset
  const load = (name: ModelName): LinearModel => {
    const { labels, rarity } = data[name]
    const weights = new Int8Array(buffer, start, labels.length * rarity.length)
    start += weights.length
    return loadLinearModel(data[name], weights)
  }
  const [sectionModel, referenceModel, coverageModel, taskTypeModel] = [load('section'), load('reference'), load('coverage'), load('taskType')]
  return { sectionModel, referenceModel, coverageModel, taskTypeModel, correct: spellingOf(data.section.features.split('\n')) }
}

/** One file after the other, so that the text of one is gone before the next is read. All of it is ASCII. */
async function readData(name: string): Promise<unknown> {
  return JSON.parse(await readFile(guidanceFile(name), 'latin1'))
}

function guidanceFile(name: string): string {
  const file = packageFile(`server/guidance/${name}`)
  if (file === null) throw new Error('The installation is incomplete: the guidance is missing; in the repository, run `npm run build`.')
  return file
}
