import type { StationsEvent, StationsPorts } from './stations.ts'

/** Who hears what happens at the stations. */
export interface Events {
  emit(event: StationsEvent): void
  listen(listener: (event: StationsEvent) => void): () => void
}

/** A listener that throws is logged and does not disturb the walk, nor the other listeners. */
export function createEvents(log: StationsPorts['log']): Events {
  const listeners = new Set<{ hear: (event: StationsEvent) => unknown }>()

  function failed(event: StationsEvent, thrown: unknown): void {
    log('warn', 'a listener of the stations failed', { event: event.type, error: String(thrown) })
  }

  return {
    emit(event) {
      for (const { hear } of listeners) {
        try {
          const answer = hear(event)
          if (answer instanceof Promise) answer.catch((thrown: unknown) => failed(event, thrown))
        } catch (thrown) {
          failed(event, thrown)
        }
      }
    },
    listen(hear) {
      const entry = { hear }
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
  }
}
