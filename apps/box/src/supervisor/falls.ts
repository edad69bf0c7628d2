import type { Log } from './log.ts'

/**
 * Writes down what nobody caught. A promise that failed unseen costs the work that it stood for, not the box; an error
 * thrown in the middle of something ends the process, for nobody knows what state it left. Returns how to stop watching.
 */
export function watchFalls(log: Log): () => void {
  const onRejection = (error: unknown) => log('warn', 'nobody caught this', { error })
  const onException = (error: Error) => log('warn', 'ended by an error', { error })
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtExceptionMonitor', onException)
  return () => {
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtExceptionMonitor', onException)
  }
}
