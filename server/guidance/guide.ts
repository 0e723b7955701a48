import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import MiniSearch from 'minisearch'
import { packageFile } from '../../analysis/languages/package-files.ts'
import type { GuideData } from './guide-data.ts'
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
  const file = packageFile('server/guidance/guide.json.gz')
  if (file === null) throw new Error('The installation is incomplete: the guidance is missing; in the repository, run `npm run build`.')
  const { index, sectionModel, referenceModel, coverageModel, taskTypeModel, ...rest } = JSON.parse(gunzipSync(await readFile(file)).toString()) as GuideData
  return {
    ...rest,
    search: MiniSearch.loadJS(index, searchOptions),
    sectionModel: loadLinearModel(sectionModel),
    referenceModel: loadLinearModel(referenceModel),
    coverageModel: loadLinearModel(coverageModel),
    taskTypeModel: loadLinearModel(taskTypeModel),
    correct: spellingOf(sectionModel.features),
  }
}
