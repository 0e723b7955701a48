import { accessSync, constants, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BenchError } from './bench-error.ts'
import { renderEditor } from './editor-report.ts'
import { builtPlugin, measureEditor } from './editor.ts'
import { copyCounts, measureGrowth } from './growth.ts'
import { measureGuidance } from './guidance/guidance.ts'
import { type MeasuringOptions, measure } from './measure.ts'
import { type BenchOptions, parseOptions, usage } from './options.ts'
import { peerTools } from './peers.ts'
import { showProgress } from './progress.ts'
import { renderComparison, renderConditions, renderGrowth, renderHeading } from './report.ts'
import { openRepository, type Repository } from './repository.ts'
import { renderJson, type Result, thisMachine } from './results.ts'
import { withScratchFolder } from './scratch.ts'
import { taskwise } from './taskwise.ts'
import { type Tool } from './tool.ts'

interface Session {
  readonly review: Tool
  readonly peers: readonly Tool[]
  readonly options: BenchOptions
  readonly measuring: MeasuringOptions
  readonly print: (text: string) => void
}

/** Measures what the options ask for, in a folder of its own. What can be found wrong at once is, before anything takes time. */
async function run(options: BenchOptions, scratch: string): Promise<void> {
  const review = taskwise()
  if (options.editor) builtPlugin()
  const repositories = options.repositories.map(openRepository)
  if (options.json !== null) assertWritable(dirname(options.json))
  const progress = showProgress(process.stderr)
  try {
    const peers = await peerTools(options.peers, new Set(repositories.map(({ language }) => language)), scratch, progress)
    const print = (text: string): void => {
      progress.end()
      console.log(text)
    }
    const machine = thisMachine()
    print(renderConditions(machine, [review, ...peers], options.rounds))
    const results: Result[] = []
    const measuring = { rounds: options.rounds, scratch, progress }
    for (const repository of repositories) results.push(await measureRepository(repository, { review, peers, options, measuring, print }))
    const guidance = options.guidance ? await measureGuidance(options.peers, measuring, print) : null
    if (options.json !== null) writeFileSync(options.json, renderJson(machine, [review, ...peers], results, guidance))
  } finally {
    progress.end()
  }
}

function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new BenchError(`--json cannot write to ${folder}: name a file in a folder that exists and is yours to write to.`)
  }
}

/** Measures one repository, and prints each table as soon as it is there. */
async function measureRepository(repository: Repository, { review, peers, options, measuring, print }: Session): Promise<Result> {
  const { folder, language } = repository
  print(`\n${renderHeading(repository)}\n`)
  const comparison = await measure(
    [review, ...peers.filter((peer) => peer.language === language)].map((tool) => ({ name: tool.name, tool, folder })),
    measuring,
  )
  print(renderComparison(comparison))
  const growth = options.growth ? await measureGrowth(review, folder, measuring) : null
  if (growth !== null) print(`\nCopies side by side, ${review.name} alone:\n\n${renderGrowth(growth, copyCounts)}`)
  const editor = options.editor ? await measureEditor(repository, review, measuring) : null
  if (editor !== null) print(`\nSingle files in ESLint, with the plugin and with a rule that looks at nothing:\n\n${renderEditor(editor)}`)
  return { repository, comparison, growth, editor }
}

try {
  const options = parseOptions(process.argv.slice(2))
  if (options === null) console.log(usage)
  else await withScratchFolder((scratch) => run(options, scratch))
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
