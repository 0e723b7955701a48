import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { discoverFiles } from '../analysis/project/files/discover.ts'
import { type Measurement, type MeasuringOptions, measure } from './measure.ts'
import { type Tool } from './tool.ts'

/** The numbers of copies to measure; the first is what the others are compared with. */
export const copyCounts: readonly number[] = [1, 2, 4]

/**
 * Measures `tool` on one, two and four copies of `folder` side by side, in this order. The copies lie in `options.scratch`
 * meanwhile.
 */
export async function measureGrowth(tool: Tool, folder: string, options: MeasuringOptions): Promise<readonly Measurement[]> {
  const target = join(options.scratch, 'growth')
  try {
    options.progress.show('copying')
    const sides = layCopies(folder, target)
    return await measure(
      sides.map((side) => ({ name: `${basename(side)}×`, tool, folder: side })),
      options,
    )
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

/**
 * Copies what a review of `folder` reads below `target`: to `1/copy-1`, `2/copy-1`, `2/copy-2`, and so on. Returns the folders
 * that hold one, two and four copies.
 */
export function layCopies(folder: string, target: string): readonly string[] {
  const { sources, others } = discoverFiles(folder)
  return copyCounts.map((count) => {
    const side = join(target, String(count))
    for (let number = 1; number <= count; number += 1) copyFiles([...sources, ...others], folder, join(side, `copy-${number}`))
    return side
  })
}

function copyFiles(files: readonly string[], from: string, to: string): void {
  for (const folder of new Set(files.map((file) => dirname(file)))) mkdirSync(join(to, folder), { recursive: true })
  for (const file of files) copyFileSync(join(from, file), join(to, file))
}
