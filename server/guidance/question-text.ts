/** Requests are questions, not documents: of a longer one, this many characters count, half from its beginning and half from its end. */
const longest = 4000

/** The frames of a Python traceback that follow each other, with what stands deeper below them. */
const frames = /(?:^([ \t]*)File "[^"\n]*", line \d+[^\n]*(?:\n|$)(?:\1(?:[ \t]|\[Previous line)[^\n]*(?:\n|$))*)+/gm
const ofTaskQueue = /[\\/](?:celery|kombu|billiard)[\\/]/
const ofWebServer = /[\\/](?:django[\\/]core[\\/]handlers|werkzeug|starlette)[\\/]/

/** Where a file lies says nothing of what it does. */
const pathEnd = /[\\/][\w.-]{1,100}\.(?:py|[cm]?[jt]sx?|json|ya?ml|toml|cfg|conf|ini|log|txt|sh|service)\b[\d:,.;)?!'"]*$/
/** The versions in use, of which a question seldom speaks: one, and several in a row. What may repeat is bounded: a request may be anything. */
const product = '\\b(celery|django|python|redis|kombu|rabbitmq|amqp|billiard|flower|postgres(?:ql)?|psycopg2?|gunicorn|ubuntu|debian|docker|node(?:\\.?js)?|(?:django|celery)[-_][a-z-]{1,30})'
const versioned = `${product}[ \\t]{0,3}(?:[=~<>]=?=?|v(?:ersion)?:?|:)?[ \\t]{0,3}v?\\d{1,6}(?:\\.[\\dx]{1,6}){0,4}(?:[abr.]\\w{0,12})?(?![\\w%])`
const version = new RegExp(versioned, 'gi')
const versions = new RegExp(`(?:${versioned}[\\s,;/+&.()]{0,6}(?:(?:and|with|on) )?){2,20}`, 'gi')
const aboutVersions = /\b(?:up|down)grad|\bupdat(?:e|es|ed|ing) |support|compatib|\bversions?\b|\breleases?\b|deprecat|\bmigrat|\bbump|\bnew in\b|\bsince\b|changelog|\bpin/i

/**
 * What a request asks, of all that was pasted with it: not the frames of a traceback, of which only counts whether they lie in the task queue or a web server, nor
 * lines of a log in which all went well, nor paths, nor versions, if the question is not about these. What stays is never empty where the request is not.
 */
export function questionIn(request: string): string {
  const whole = request.trim()
  const removals: readonly ((text: string) => string)[] = [
    (text) => text.replace(frames, raisedIn),
    (text) => text.split('\n').filter((line) => !isPlainLog(line)).join('\n'),
    (text) => text.replace(/\S+/g, (word) => (isPath(word) ? '' : word)),
    (text) => (aboutVersions.test(text) ? text : text.replace(versions, (run) => (/celery/i.test(run) ? 'celery\n' : '\n')).replace(version, '$1')),
  ]
  const told = removals.reduce((text, remove) => {
    const rest = remove(text)
    return isWordy(rest) ? rest.trim() : text
  }, whole)
  return told.length <= longest ? told : `${told.slice(0, longest / 2)}\n${told.slice(-longest / 2)}`
}

/** Where the error below these frames was raised, in words that the models know. */
function raisedIn(block: string): string {
  if (ofTaskQueue.test(block)) return 'celery task '
  return ofWebServer.test(block) ? 'wsgi view handler ' : ''
}

function isWordy(text: string): boolean {
  return /[^\W\d_]{3}/.test(text)
}

/** A line of a log in which all went well, or a request that a web server was sent. */
function isPlainLog(line: string): boolean {
  const head = line.slice(0, 500)
  return /\d\d:\d\d:\d\d/.test(head) && /\b(?:INFO|DEBUG)\b[/:\] ]|"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /.test(head)
}

function isPath(word: string): boolean {
  return word.length <= 300 && !word.startsWith('"') && pathEnd.test(word)
}
