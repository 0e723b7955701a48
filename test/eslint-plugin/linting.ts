import { join } from 'node:path'
import { ESLint, Linter } from 'eslint'
import plugin from '../../eslint-plugin/main.ts'

/** A task that retries without an end: one finding in its fourth line. */
export const endlessTask = `from celery import shared_task


@shared_task(bind=True, max_retries=None)
def sync(self, account_id):
    raise self.retry()
`

/** The same task with an end. */
export const cappedTask: string = endlessTask.replace('None', '5')

/** A job that is tried again without an end: one finding in its third line. */
export const endlessJob = `import { Queue } from 'bullmq'
const mails: Queue = new Queue('mails')
await mails.add('send', { to: 1 }, { attempts: Number.MAX_SAFE_INTEGER, backoff: 1000 })
`

/** `<rule or none>:<line>` for every message about one text, by a configuration. */
export function lintText(text: string, filename: string, config: Linter.Config[] = plugin.configs.recommended, cwd = '/'): string[] {
  return new Linter({ cwd }).verify(text, config, { filename }).map(shown)
}

/** An editor, a command line and the like: ESLint with a preset and nothing else, which stays as it is from one call to the next. */
export function linterIn(folder: string, ...more: Linter.Config[]): (path: string, text: string) => string[] {
  const linter = new Linter({ cwd: folder })
  return (path, text) => linter.verify(text, [...plugin.configs.recommended, ...more], { filename: join(folder, path) }).map(shown)
}

/** `<path> <rule or none>:<line>` for every message about the files of a folder, as the command line finds them. */
export async function lintFolder(folder: string, config: Linter.Config[] = plugin.configs.recommended): Promise<string[]> {
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config }).lintFiles(['.'])
  return results.flatMap(({ filePath, messages }) => messages.map((message) => `${filePath.slice(folder.length + 1)} ${shown(message)}`))
}

function shown({ ruleId, line }: Linter.LintMessage): string {
  return `${ruleId?.replace(/^taskwise\//, '') ?? 'none'}:${line}`
}
