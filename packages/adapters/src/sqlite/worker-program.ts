/** The threads' program beside this module: the source in a clone, the bundled file in a release. */
export function databaseProgram(): URL {
  const here = import.meta.url
  return new URL(here.endsWith('.ts') ? './database-worker.ts' : './database-worker.js', here)
}
