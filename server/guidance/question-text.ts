/** Requests are questions, not documents: of a longer one, this many characters count, half from its beginning and half from its end. */
const longest = 4000

/** The frames of a Python traceback that follow each other, with what stands deeper below them. */
const frames = /(?:^([ \t]*)File "[^"\n]*", line \d+[^\n]*(?:\n|$)(?:\1(?:[ \t]|\[Previous line)[^\n]*(?:\n|$))*)+/gm
const ofTaskQueue = /[\\/](?:celery|kombu|billiard)[\\/]/

/**
 * What a request asks, of all that was pasted with it. The frames of a traceback hold many words that hide the few of the error below them: of
 * those, only counts whether they lie in the task queue. An empty request stays empty; no other becomes so.
 */
export function questionIn(request: string): string {
  const text = request.trim()
  const told = text.replace(frames, (block) => (ofTaskQueue.test(block) ? 'celery task\n' : '')).trim() || text
  return told.length <= longest ? told : `${told.slice(0, longest / 2)}\n${told.slice(-longest / 2)}`
}
