/** What one attempt is worth. */
export interface Grade {
  /** What is wrong with it, a line each; empty: it passed. */
  readonly problems: readonly string[]
  readonly rounds: number
  readonly tokens: number
}

export interface GradedTask {
  readonly id: string
  readonly unguided: Grade
  readonly guided: Grade
}

/** The table for the terminal, with what was wrong below it. */
export function gradeTable(tasks: readonly GradedTask[]): string {
  const rows = tasks.map(({ id, unguided, guided }) => [id, verdict(unguided), verdict(guided), `${unguided.tokens} / ${guided.tokens}`])
  const { unguided, guided } = totals(tasks)
  const all = [['task', 'unguided', 'guided', 'tokens'], ...rows, ['passed', `${unguided.passed} of ${tasks.length}`, `${guided.passed} of ${tasks.length}`, `${unguided.tokens} / ${guided.tokens}`]]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  const wrong = tasks.flatMap((task) => [...described(task.id, 'unguided', task.unguided), ...described(task.id, 'guided', task.guided)])
  return [...lines, ...(wrong.length === 0 ? [] : ['', ...wrong])].join('\n')
}

/** How many passed, and the tokens of all. */
export function totals(tasks: readonly GradedTask[]): Readonly<Record<'unguided' | 'guided', { readonly passed: number; readonly tokens: number }>> {
  const sum = (grades: readonly Grade[]): { readonly passed: number; readonly tokens: number } => ({
    passed: grades.filter(({ problems }) => problems.length === 0).length,
    tokens: grades.reduce((total, { tokens }) => total + tokens, 0),
  })
  return { unguided: sum(tasks.map((task) => task.unguided)), guided: sum(tasks.map((task) => task.guided)) }
}

function verdict({ problems }: Grade): string {
  return problems.length === 0 ? 'pass' : 'fail'
}

function described(id: string, way: string, { problems }: Grade): readonly string[] {
  return problems.map((problem) => `${id}, ${way}: ${problem}`)
}
