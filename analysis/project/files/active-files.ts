import type { FileFacts } from '../../model/file-facts.ts'
import { languageOf } from '../../languages/source-language.ts'
import { pathsMentioningAny } from './mention-index.ts'
import { queueWords } from './queue-presence.ts'
import type { Workspace } from './workspace.ts'

/** Words of which every Python file that defines, sends, schedules or retries work holds at least one. */
const activeWords: readonly string[] = [
  'celery', 'shared_task', '.task', '.delay', '.apply_async', '.delay_on_commit', '.apply_async_on_commit', '.send_task', 'on_commit', '.enqueue',
  '.aenqueue', 'crontab', 'CrontabSchedule', 'tenacity',
]

/** Production files that may have something to say about background work. */
export function activePaths(workspace: Pick<Workspace, 'mentioning'>): readonly string[] {
  const python = pathsMentioningAny(workspace, activeWords).filter((path) => languageOf(path) === 'python')
  const scripts = pathsMentioningAny(workspace, queueWords(workspace)).filter((path) => languageOf(path) === 'typescript')
  return [...python, ...scripts].sort()
}

export function activeFiles(workspace: Workspace): readonly FileFacts[] {
  return factsOf(workspace, activePaths(workspace))
}

/** Production files that mention one of the names. */
export function filesUsing(workspace: Workspace, names: readonly string[]): readonly FileFacts[] {
  return factsOf(workspace, pathsMentioningAny(workspace, names))
}

function factsOf(workspace: Workspace, paths: readonly string[]): readonly FileFacts[] {
  return paths.map((path) => workspace.facts(path)).filter((facts) => facts !== null)
}
