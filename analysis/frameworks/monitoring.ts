/** Packages that report failures or measure tasks: a word of their name, and how the import of one begins. */
export const monitoringPackages: readonly { readonly word: string; readonly module: RegExp }[] = [
  { word: 'sentry_sdk', module: /^sentry_sdk(\.|$)/ },
  { word: 'sentry', module: /^@sentry\/(node|nestjs|bun)/ },
  { word: 'opentelemetry', module: /^(opentelemetry\.|@opentelemetry\/)/ },
  { word: 'prometheus_client', module: /^prometheus_client(\.|$)/ },
  { word: 'newrelic', module: /^newrelic(\.|$)/ },
  { word: 'ddtrace', module: /^ddtrace(\.|$)/ },
  { word: 'rollbar', module: /^rollbar(\.|$)/ },
]

/** Signals of Celery that tell of a task that failed or was tried again. */
export const failureSignals: ReadonlySet<string> = new Set(['task_failure', 'task_retry', 'task_internal_error'])
export const signalModule = 'celery.signals'

/** Events by which a worker of a queue tells of a job that failed. */
export const failureEvents: ReadonlySet<string> = new Set(['failed'])

/** Methods that write to a log, of something that is called a logger. */
export const logMethods: ReadonlySet<string> = new Set(['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'fatal', 'log', 'trace'])
export const loggerNames: RegExp = /(^|\.)_?(log|logger|logging|console)$/i
