import { djangoTasks } from '../frameworks/django-tasks.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { DispatchInTransaction, DroppedDispatch, ForwardedPayload } from '../model/dispatch.ts'
import type { LinkedFile, Project } from '../model/project.ts'
import type { Schedule, Setting } from '../model/schedule.ts'
import type { IdleDispatchOption, ResultWait, RetryPolicy, TaskDefinition, TaskProfile } from '../model/task.ts'
import { activeFiles, filesUsing } from './files/active-files.ts'
import { usesQueues } from './files/queue-presence.ts'
import { defaultTaskBases } from './tasks/apps.ts'
import { CallGraph } from './inference/call-graph.ts'
import { commitCallbacksIn } from './transactions/commit-callbacks.ts'
import { commitRaces, onePerCall } from './transactions/commit-races.ts'
import { wrapsTaskDecorator } from './tasks/decorations.ts'
import { dispatchesIn, type DispatchCall } from './dispatches/dispatches.ts'
import { droppedDispatches } from './dispatches/dropped-dispatches.ts'
import { forwardedPayloads } from './dispatches/forwarded-payloads.ts'
import { handedDispatchesIn } from './dispatches/handed-tasks.ts'
import { jobDispatchesIn } from './dispatches/job-dispatches.ts'
import { startInference } from './inference/infer.ts'
import type { Inference } from './inference/inference.ts'
import { monitorsOf } from './outline/monitors.ts'
import { schedulesOf } from './outline/schedules.ts'
import { taskProfiles } from './outline/task-profiles.ts'
import { recurrencesIn } from './recurrences.ts'
import { resultWaits } from './results/result-waits.ts'
import { idleDispatchOptions } from './retries/idle-dispatch-options.ts'
import { sharedOptions } from './queues/shared-options.ts'
import { retryCallsIn } from './retries/retry-calls.ts'
import { retryPolicies } from './retries/retry-policies.ts'
import { settingsOf } from './settings/settings.ts'
import { sendsStoredMessage } from './dispatches/stored-messages.ts'
import { keepsTasksInDatabase } from './dispatches/task-backends.ts'
import { TaskBook } from './tasks/task-book.ts'
import { TransactionReach } from './transactions/transaction-reach.ts'
import { installedVersions } from './versions/versions.ts'
import type { Workspace } from './files/workspace.ts'

/** Joins the facts of all files into one model: what is a task, who dispatches it, and under which circumstances. */
export function linkProject(workspace: Workspace): Project {
  const types = startInference(workspace)
  const graph = new CallGraph(types)
  const files = withWrapperUsers(types, activeFiles(workspace))
  const book = new TaskBook(types, graph, defaultTaskBases(types, files))
  for (const file of files) book.in(file)
  const versions = installedVersions(workspace)
  const made = new Map(files.map((file) => [file.path, dispatchesOf(types, graph, book, file)]))
  const all = [...made.values()].flat()
  const reach = new TransactionReach(types, graph)
  const transactional = keepsTasksInDatabase(graph) ? djangoTasks : null
  const races = onePerCall(all.flatMap((each) => (each.dispatch.framework === transactional || sendsStoredMessage(types, each) ? [] : commitRaces(reach, each, versions))))
  const shared = usesQueues(workspace) ? sharedOptions(types, files) : []
  const anchored = {
    tasks: files.flatMap((file) => book.in(file).map(({ definition }) => definition)),
    profiles: taskProfiles(types, book, all),
    schedules: schedulesOf(types, book, all),
    races,
    policies: retryPolicies(types, graph, book, all, shared),
    idle: idleDispatchOptions(types, all, shared, versions),
    waits: resultWaits(types, book, graph, files),
    settings: settingsOf(types, graph),
    dropped: droppedDispatches(types, graph, all),
    forwarded: forwardedPayloads(types, graph, all),
  }
  const linked = new Map(files.map((file) => [file.path, describeFile(types, book, file, made.get(file.path) ?? [])]))
  return { files: addAnchored(linked, anchored), versions, monitors: monitorsOf(workspace, files) }
}

function dispatchesOf(types: Inference, graph: CallGraph, book: TaskBook, file: FileFacts): readonly DispatchCall[] {
  return [...dispatchesIn(types, graph, book, file), ...handedDispatchesIn(types, graph, book, file), ...jobDispatchesIn(types, book, file)]
}

/** Files that make tasks by a decorator of the project's own need not mention any framework. */
function withWrapperUsers(types: Inference, files: readonly FileFacts[]): readonly FileFacts[] {
  const wrappers = files.flatMap((file) =>
    file.functions.flatMap((facts, index) => (facts.kind === 'function' && wrapsTaskDecorator(types, { file, index }) ? [facts.name] : [])),
  )
  return [...new Set([...files, ...filesUsing(types.workspace, wrappers)])]
}

function describeFile(types: Inference, book: TaskBook, file: FileFacts, made: readonly DispatchCall[]): LinkedFile {
  return {
    ...emptyFile(file.path),
    dispatches: made.map(({ dispatch }) => dispatch),
    commitCallbacks: commitCallbacksIn(types, file, made),
    retryCalls: retryCallsIn(types, book, file),
    recurrences: recurrencesIn(types, file),
  }
}

/** What is found across files, and may stand in any of them. */
interface Anchored {
  readonly tasks: readonly TaskDefinition[]
  readonly profiles: readonly TaskProfile[]
  readonly schedules: readonly Schedule[]
  readonly races: readonly DispatchInTransaction[]
  readonly settings: readonly Setting[]
  readonly policies: readonly RetryPolicy[]
  readonly idle: readonly IdleDispatchOption[]
  readonly waits: readonly ResultWait[]
  readonly dropped: readonly DroppedDispatch[]
  readonly forwarded: readonly ForwardedPayload[]
}

/** Puts what was found across files where it is anchored. */
function addAnchored(linked: ReadonlyMap<string, LinkedFile>, anchored: Anchored): readonly LinkedFile[] {
  const { tasks, profiles, schedules, races, settings, policies, idle, waits, dropped, forwarded } = anchored
  const places = [...tasks, ...schedules, ...races.map(({ anchor }) => anchor), ...settings, ...policies, ...idle, ...waits, ...dropped, ...forwarded]
  const paths = new Set([...linked.keys(), ...places.map(({ file }) => file)])
  return [...paths].sort().map((path) => ({
    ...(linked.get(path) ?? emptyFile(path)),
    tasks: tasks.filter(({ file }) => file === path),
    profiles: profiles.filter(({ task }) => task.file === path),
    schedules: schedules.filter(({ file }) => file === path),
    forwardedPayloads: forwarded.filter(({ file }) => file === path),
    droppedDispatches: dropped.filter(({ file }) => file === path),
    dispatchesInTransaction: races.filter(({ anchor }) => anchor.file === path),
    retryPolicies: policies.filter(({ file }) => file === path),
    idleDispatchOptions: idle.filter(({ file }) => file === path),
    resultWaits: waits.filter(({ file }) => file === path),
    settings: settings.filter(({ file }) => file === path),
  }))
}

function emptyFile(path: string): LinkedFile {
  return {
    path, tasks: [], profiles: [], schedules: [], dispatches: [], forwardedPayloads: [], droppedDispatches: [], dispatchesInTransaction: [], commitCallbacks: [],
    retryPolicies: [], idleDispatchOptions: [], retryCalls: [], resultWaits: [], recurrences: [], settings: [],
  }
}
