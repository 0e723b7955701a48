import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ReviewError } from '../review/review-error.ts'
import { tool } from '../review/tool.ts'
import { type ClientName, clientNames, isClientName } from './init/client-names.ts'
import type { InitFlags } from './init-command.ts'
import type { ServerFlags } from './mcp-command.ts'
import type { ReviewFlags } from './review-command.ts'
import type { Terminal } from './terminal.ts'

/** What a command ends with: 0 clean, 1 findings, 2 could not run. */
type ExitCode = 0 | 1 | 2

/** Runs one command line, without the program's own name. Never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = newProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    return explainFailure(error, terminal)
  }
}

function explainFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof ReviewError) terminal.note(`${error.message.replace(/^/gm, 'taskwise: ')}\n`)
  else terminal.note(`taskwise: something unforeseen went wrong; please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 2
}

function newProgram(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('taskwise')
    .description('Reviews background-task code: Django and Celery, the whole system and not one line.')
    .version(tool.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.note })
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', examples)
  addReview(program, terminal, end)
  addMap(program, terminal)
  addExplain(program, terminal)
  addServer(program, terminal)
  addInit(program, terminal)
  return program
}

const examples = `
Examples:
  taskwise review                         review the project in this folder
  taskwise review shop/orders/tasks.py    report one file, linked with its project
  taskwise review --strict --format json  also the strict rules, for a program
  taskwise map --format mermaid           draw who sends which task, and when
  taskwise explain dispatch-before-commit say why a rule matters and what to do
  taskwise mcp --root ~/projects/shop     serve an AI assistant over stdio
  taskwise init --client claude,agents    tell the assistants of this project`

function addReview(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('review')
    .description('read a project and report what will break')
    .argument('[paths...]', 'folders, or files that are linked with their whole project (default: this folder)')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json']).default('text'))
    .option('--strict', 'also run the rules of the strict preset')
    .option('--rule <ids>', 'run these rules only: repeat it, or separate ids by commas', addIds)
    .option('--max-warnings <number>', 'end with 1 when there are more warnings than this', parseCount)
    .option('--fix', 'apply the fixes that are certain, then report what is left')
    .option('--output <file>', 'write the report to a file instead of standard output')
    .option('--color', 'colour the report')
    .option('--no-color', 'do not')
    .addHelpText('after', '\nEnds with 0 when nothing is found, 1 for findings, 2 when the review could not\nrun or is not complete.')
    .action(async (paths: readonly string[], flags: ReviewFlags) => {
      const { runReview } = await import('./review-command.ts')
      end(await runReview(paths, flags, terminal))
    })
}

function addMap(program: Command, terminal: Terminal): void {
  program
    .command('map')
    .description('list the tasks of a project: who sends them, when, to which queue')
    .argument('[paths...]', 'folders or files whose tasks are listed (default: this folder)')
    .addOption(new Option('--format <format>', 'of the map').choices(['text', 'json', 'mermaid']).default('text'))
    .action(async (paths: readonly string[], { format }: { readonly format: string }) => {
      const { runMap } = await import('./map-command.ts')
      await runMap(paths, format, terminal)
    })
}

function addExplain(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('print the page of a rule: why it hurts, wrong and right, when not to use it')
    .argument('<rule>', 'id of the rule')
    .action(async (id: string) => {
      const { runExplain } = await import('./explain-command.ts')
      await runExplain(id, terminal)
    })
}

function addServer(program: Command, terminal: Terminal): void {
  program
    .command('mcp')
    .description('serve AI assistants over MCP on standard input and output, or over HTTP')
    .option('--root <folder>', 'folder that may be read; repeat it for several (default: this folder)', add)
    .option('--http', 'serve over HTTP at /mcp instead')
    .option('--port <number>', 'for --http; 0: any that is free (default: 7410)', parsePort)
    .option('--host <address>', 'for --http; any but this machine needs TASKWISE_TOKEN (default: 127.0.0.1)')
    .option('--stateless', 'for --http: no sessions, so that each request may go to another process')
    .option('--allow-host <name>', 'for --http: a name that the server is reached by; repeat it for several', add)
    .option('--allow-origin <origin>', 'for --http: web pages that may use the server; repeat it for several', add)
    .addHelpText('after', '\nClients send the value of the environment variable TASKWISE_TOKEN, if it is set, as\ntheir bearer token.')
    .action(async (flags: ServerFlags) => {
      const { runServer } = await import('./mcp-command.ts')
      await runServer(flags, terminal)
    })
}

function addInit(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('tell the AI assistants of a project of the server and the skill')
    .argument('[directory]', 'of the project (default: this folder)')
    .option('--client <names>', `whom to tell, of ${clientNames.join(', ')}: repeat it, or separate names by commas (default: those whose files are there)`, addClients)
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', '\nComments and other entries in the files stay as they are.')
    .action(async (directory: string | undefined, flags: InitFlags) => {
      const { runInit } = await import('./init-command.ts')
      runInit(directory, flags, terminal)
    })
}

function add(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value]
}

/** Ids given one by one or as a list. */
function addIds(value: string, former: readonly string[] = []): readonly string[] {
  const values = value.split(',').map((id) => id.trim()).filter((id) => id !== '')
  if (values.length === 0) throw new InvalidArgumentError('It must not be empty.')
  return [...former, ...values]
}

function addClients(value: string, former: readonly ClientName[] = []): readonly ClientName[] {
  return addIds(value, former).map((word) => {
    if (!isClientName(word)) throw new InvalidArgumentError(`There are ${clientNames.join(', ')}.`)
    return word
  })
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.')
  return Number(value)
}

function parsePort(value: string): number {
  const port = parseCount(value)
  if (port > 65_535) throw new InvalidArgumentError('It must be 65535 or less.')
  return port
}
