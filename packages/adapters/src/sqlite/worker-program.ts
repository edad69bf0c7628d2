/** The threads' program beside this module; the release's bundler knows this way of naming one and changes the ending. */
export function databaseProgram(): URL {
  return new URL('./database-worker.ts', import.meta.url)
}
