import type { Value } from '../../model/value.ts'
import { askedOfText } from '../files/text-answers.ts'
import { constantOf, type Constant } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf } from '../inference/type.ts'
import type { Written } from '../inference/written-value.ts'
import { classesOf, isBaseInSight } from '../tasks/task-bases.ts'
import type { Task } from '../tasks/task-table.ts'
import { namesOfSetting, settingConstant } from './setting-values.ts'

/** Where a task is given an option: by its decorator, or in the body of a class that it is made from. */
export function writtenOption(types: Inference, task: Task, name: string): Written | null {
  const option = task.options.all.find((each) => each.name === name)
  if (option !== undefined) return { expression: option.value, site: option.site }
  for (const ref of classesOf(types, task.bases)) {
    const { body } = classOf(ref)
    const binding = ref.file.functions[body]?.bindings.find(({ target }) => target === name)
    if (binding?.value) return { expression: binding.value, site: { file: ref.file, function: body, at: binding.span.start } }
  }
  return null
}

/** The value of a task's option. @param setting that holds for all tasks without the option; `null`: there is none. */
export function optionConstant(types: Inference, task: Task, name: string, setting: string | null): Value<Constant> {
  if (isAnnotated(types, name)) return { state: 'dynamic' }
  const written = writtenOption(types, task, name)
  if (written !== null) return constantOf(types, written.expression, written.site)
  if (!isInSight(types, task)) return { state: 'dynamic' }
  return setting === null ? { state: 'absent' } : settingConstant(types, setting)
}

/** Nothing that could give the task an option is out of sight. */
export function isInSight(types: Inference, { options, bases }: Task): boolean {
  return options.isComplete && bases.every((base) => isBaseInSight(types, base))
}

/** The setting that gives tasks options by their name may give them this one. */
function isAnnotated({ workspace }: Inference, option: string): boolean {
  return namesOfSetting('task_annotations').some((setting) =>
    workspace.mentioning(setting).some((path) => annotatedOptions(workspace, path).has(option)),
  )
}

/** Everything in quotes, or given a value by keyword, in a file that annotates tasks. */
const annotatedOptions = askedOfText((text): ReadonlySet<string> => new Set([...text.matchAll(/["']([a-z_]+)["']|\b([a-z_]+)=/g)].map(([, quoted, given]) => quoted ?? given ?? '')))
