import { readFile } from 'node:fs/promises'
import { packageFile } from '../../analysis/languages/package-files.ts'
import { loadOnce } from '../load-once.ts'
import type { GuideData, ModelName, ModelsData, SectionData } from './guide-data.ts'
import { type LinearModel, loadLinearModel } from './linear-model.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import { spellingOf } from './spelling.ts'

/** What guidance knows, ready to be asked. */
export interface Guide extends Pick<GuideData, 'references' | 'taskTypes' | 'questions'> {
  readonly sections: readonly GuideSection[]
  readonly names: NameIndex
  readonly sectionModel: LinearModel
  readonly referenceModel: LinearModel
  readonly coverageModel: LinearModel
  readonly taskTypeModel: LinearModel
  /** Turns a misspelled term into the known one that was meant. */
  readonly correct: (term: string) => string
}

export interface GuideSection extends SectionData {
  /** The features of all its phrases, as positions in the model of sections. */
  readonly features: Uint16Array
}

/** Loads what the build wrote, once; after a failure again. Rejects where the installation is incomplete. */
export const loadGuide: () => Promise<Guide> = loadOnce(readGuide)

async function readGuide(): Promise<Guide> {
  const models = await readModels()
  const { sections, ...data } = (await readData('guide.json')) as GuideData
  return { ...data, sections: withFeatures(sections, await readFile(guidanceFile('phrases.bin'))), names: indexNames(sections), ...models }
}

/** `bytes`: of each feature the lower byte, then the higher one. */
function withFeatures(sections: readonly SectionData[], bytes: Uint8Array): readonly GuideSection[] {
  const features = Uint16Array.from({ length: bytes.length / 2 }, (_, index) => (bytes[2 * index] ?? 0) + 256 * (bytes[2 * index + 1] ?? 0))
  let start = 0
  return sections.map((section) => {
    const own = features.subarray(start, start + (section.phrases.ends.at(-1) ?? 0))
    start += own.length
    return { ...section, features: own }
  })
}

async function readModels(): Promise<Pick<Guide, 'sectionModel' | 'referenceModel' | 'coverageModel' | 'taskTypeModel' | 'correct'>> {
  const data = (await readData('models.json')) as ModelsData
  const { buffer, byteOffset } = await readFile(guidanceFile('models.bin'))
  let start = byteOffset
  const load = (name: ModelName): LinearModel => {
    const { labels, idf } = data[name]
    const weights = new Int8Array(buffer, start, labels.length * idf.length)
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
