const everySecond = 1000

/**
 * Calls `tell` once the process that started this one is gone: where others hold the input open, its end never comes. The watch alone does
 * not keep the process alive.
 */
export function watchParent(tell: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, everySecond)
  timer.unref()
}
