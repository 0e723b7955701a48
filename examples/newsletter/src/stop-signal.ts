import { logger } from './logger'

/** Milliseconds that a process may take to end what it has begun. */
const grace = 30_000

/** Calls `stop` at the first signal to end, once, and ends the process after it, at the latest when its grace is over. */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isStopping) return
    isStopping = true
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), grace).unref()
    try {
      await stop()
      process.exit(0)
    } catch (error) {
      logger.error(error, 'could not stop in order')
      process.exit(1)
    }
  }
  process.on('SIGTERM', end).on('SIGINT', end)
}
