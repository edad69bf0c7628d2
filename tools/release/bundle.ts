import { basename, join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

/** Loaded at run time from node_modules: they bring native code. */
export const natives = ['sharp', 'onnxruntime-node', '@myriaddreamin/typst-ts-node-compiler']

/** Bundles the programs of the box into `lib`, one JavaScript file each and what they share. */
export async function bundleCode(root: string, lib: string): Promise<void> {
  const src = join(root, 'apps', 'box', 'src')
  const programs = ['main', 'executor-main', 'camera-main', 'reader-main', 'paper-main', 'knowledge-main', 'chip-main']
  const build = await rolldown({
    input: Object.fromEntries(programs.map((name) => [name, join(src, `${name}.ts`)])),
    platform: 'node',
    external: natives,
    plugins: [programsOfThreads()],
  })
  await build.write({
    dir: lib,
    format: 'esm',
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  await build.close()
}

/**
 * `new URL('./worker.ts', import.meta.url)` names the program of a thread. All bundled files lie in one folder, so the
 * program is bundled beside them under its own name, and the address follows.
 */
function programsOfThreads(): Plugin {
  return {
    name: 'programs-of-threads',
    transform(code, id) {
      const changed = code.replace(
        /new URL\((['"])(\.\.?\/[\w./-]+)\.ts\1,\s*import\.meta\.url\)/g,
        (_whole, _quote, path: string) => {
          const fileName = `${basename(path)}.js`
          this.emitFile({ type: 'chunk', id: join(id, '..', `${path}.ts`), fileName })
          return `new URL('./${fileName}', import.meta.url)`
        },
      )
      return changed === code ? null : { code: changed }
    },
  }
}
