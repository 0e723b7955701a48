/** Words that alone make one think of task queues, as stems. */
export const ownWords: ReadonlySet<string> = new Set(['task', 'worker', 'queue', 'retri', 'broker', 'beat', 'celeri', 'job', 'backoff', 'flower'])
