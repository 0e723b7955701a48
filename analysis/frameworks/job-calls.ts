/** The forms in which queue libraries take what they send: what the tables of these libraries are made of. */

/** A job whose parts are arguments of their own, by position; `null`: the call has no such part. */
export interface JobInArguments {
  readonly kind: 'arguments'
  readonly queue: number | null
  readonly name: number | null
  readonly data: number
  readonly options: number
  /** The name may be left out, and the data then stands in its place. */
  readonly isNameOptional?: true
}

/** A job written as a record, or a list of such records. */
export interface JobInRecord {
  readonly kind: 'record'
  /** Among the arguments. */
  readonly position: number
  readonly isList: boolean
  /** The argument that names the queue of all of them; `null`: none does. */
  readonly queue: number | null
  readonly keys: JobKeys
}

/** The keys of a job's parts; `null`: it has no such part. */
export interface JobKeys {
  readonly queue: string | null
  readonly name: string | null
  readonly data: string
  /** `null`: the options stand beside the data. */
  readonly options: string | null
  /** Holds a list of further jobs. */
  readonly children: string | null
}

/** A call that sends jobs and gives a promise of having done so. */
export interface JobCall {
  readonly framework: string
  /** The first way whose place holds what it should is the one that is used. */
  readonly ways: readonly (JobInArguments | JobInRecord)[]
  /** The argument, by position, that says when the job is sent again and again. */
  readonly timing?: number
  /** Options are stored as they are, without a look at them. */
  readonly isUnchecked?: true
  /** The options of the queue's other jobs do not hold for these. */
  readonly hasNoDefaults?: true
}

/** Where a call has the options of jobs: below these keys of the argument at `position` (`null`: of any of them). */
export interface OptionPlace {
  readonly position: number | null
  /** `useFactory()` is what the function under `useFactory` returns. */
  readonly keys: readonly string[]
}

/** What a library reads from the options of a job about trying it again. */
export interface RetryOptionNames {
  /** How often it is tried, or tried again. */
  readonly cap: string
  /** The greatest cap that means no second try. */
  readonly noRetry: number
  /** Without a cap there is no second try. */
  readonly needsCap: boolean
  /** Options that do nothing then. */
  readonly dependents: readonly string[]
  /** The greatest cap that can be kept. */
  readonly greatest: number
  /** What becomes of a greater one. */
  readonly beyond: 'refused' | 'forgotten'
  /** First version of which all this is true; left out: it always was. */
  readonly since?: string
  /** An option that is refused beside anything but the value `true` of another one. */
  readonly refused?: { readonly name: string; readonly needs: string; readonly since: string }
}
