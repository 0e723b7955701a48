import type { Dispatch, PayloadArgument } from '../../analysis/model/dispatch.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { PayloadValue } from '../../analysis/model/value.ts'

/** What `rule` has to say about a file that holds these facts and no other, alone in its project or with `others`. */
export function checkFacts(rule: Rule, facts: Partial<LinkedFile>, ...others: readonly Partial<LinkedFile>[]): readonly RuleFinding[] {
  const file = linkedFile(facts)
  const project: Project = { files: [file, ...others.map(linkedFile)], versions: {}, monitors: [] }
  return rule.check(project, file)
}

function linkedFile(facts: Partial<LinkedFile>): LinkedFile {
  return {
    path: 'shop/orders.py',
    tasks: [],
    profiles: [],
    dispatches: [],
    forwardedPayloads: [],
    droppedDispatches: [],
    dispatchesInTransaction: [],
    commitCallbacks: [],
    retryPolicies: [],
    idleDispatchOptions: [],
    retryCalls: [],
    resultWaits: [],
    recurrences: [],
    schedules: [],
    settings: [],
    ...facts,
  }
}

/** `send_receipt.delay(…)` with one argument for each value. */
export function dispatch(...values: readonly (Partial<PayloadValue> & Pick<Partial<PayloadArgument>, 'name'>)[]): Dispatch {
  return {
    framework: 'celery',
    text: 'send_receipt.delay',
    file: 'shop/orders.py',
    span: { start: 100, end: 140 },
    task: null,
    taskName: null,
    queue: null,
    caller: 'place_order',
    timing: 'now',
    objects: 'refused',
    payload: values.map(({ name = null, ...value }) => payloadArgument(name, value)),
    strangeOptions: [],
    missingResultUses: [],
  }
}

function payloadArgument(name: string | null, value: Partial<PayloadValue>): PayloadArgument {
  const span = { start: 120, end: 125 }
  const plain = { shape: { kind: 'unknown', className: null }, secret: null, text: 'value', identifierText: null, span } as const
  return { name, optionOf: null, span, values: [{ ...plain, ...value }] }
}
