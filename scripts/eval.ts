import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answerers } from './eval/answerers.ts'
import { type Measures, measure } from './eval/measure.ts'
import { missedGates } from './eval/gates.ts'
import { readSet, setNames } from './eval/sets.ts'

// npm run eval -- [dev] [tune] [held] [--gate]
const { values, positionals } = parseArgs({ allowPositionals: true, options: { gate: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')

const columns: readonly (readonly [name: string, show: (measures: Measures) => string])[] = [
  ['hit@1', ({ hitAt1 }) => hitAt1.toFixed(3)],
  ['hit@3', ({ hitAt3 }) => hitAt3.toFixed(3)],
  ['MRR', ({ reciprocalRank }) => reciprocalRank.toFixed(3)],
  ['mention@3', ({ mustMentionAt3 }) => mustMentionAt3.toFixed(3)],
  ['nDCG@5', ({ gainAt5 }) => gainAt5.toFixed(3)],
  ['false', ({ falseAnswers }) => falseAnswers.toFixed(3)],
  ['type', ({ taskType }) => taskType?.toFixed(3) ?? '-'],
  ['tokens', ({ tokensMedian, tokensP95 }) => `${Math.round(tokensMedian)}/${Math.round(tokensP95)}`],
  ['ms', ({ latencyP50, latencyP99 }) => `${latencyP50.toFixed(1)}/${latencyP99.toFixed(1)}`],
]

const all = await answerers()
for (const name of positionals.length > 0 ? positionals : setNames) {
  const set = await readSet(root, name)
  console.log(`\n${name}: ${set.questions.length} questions, ${set.negatives.length} about something else, ${set.taskTypes.length} for kinds of task`)
  console.log(['', ...columns.map(([title]) => title)].map(pad).join(''))
  for (const answerer of all) {
    const measures = await measure(answerer, set)
    console.log([answerer.name, ...columns.map(([, show]) => show(measures))].map(pad).join(''))
    if (!values.gate || answerer !== all[0]) continue
    for (const missed of missedGates(measures)) {
      console.error(`${name}: ${missed}`)
      process.exitCode = 1
    }
  }
}

function pad(text: string, index: number): string {
  return index === 0 ? text.padEnd(27) : text.padStart(11)
}
