import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where this installation's files are; all paths are absolute. */
export interface Installation {
  /** The clone, or the unpacked release archive. */
  root: string
  /** The ONNX graph whose features every recipe uses. */
  model: string
  /** Folder of the built page (index.html is in it). */
  web: string
  /** Folder with the pictures of the sample workspace. */
  sample: string
  executorProgram: string
  cameraProgram: string
  readerProgram: string
  /** Folder of compiled code, that of the reader apart: it writes there itself. */
  compiled: string
  compiledReader: string
  paperProgram: string
  knowledgeProgram: string
  chipProgram: string
  /** All that is known of vendors, as one file. */
  knowledge: string
  /** Folder of the program that runs anomalib beside nabij, for the bench. */
  peer: string
  /** The `nabij` command itself. */
  commandProgram: string
  version: string
}

/** Finds the files that are not code: in a clone beside the sources, in a release archive beside lib/. */
export function findInstallation(): Installation {
  const here = fileURLToPath(import.meta.url)
  const folder = dirname(here)
  return here.endsWith('.ts') ? inClone(folder) : inRelease(folder)
}

function inClone(src: string): Installation {
  const root = join(src, '..', '..', '..')
  return {
    ...both(root),
    web: join(root, 'apps', 'web', 'dist'),
    sample: join(root, 'apps', 'box', 'sample'),
    executorProgram: join(src, 'executor-main.ts'),
    cameraProgram: join(src, 'camera-main.ts'),
    readerProgram: join(src, 'reader-main.ts'),
    paperProgram: join(src, 'paper-main.ts'),
    knowledgeProgram: join(src, 'knowledge-main.ts'),
    chipProgram: join(src, 'chip-main.ts'),
    knowledge: join(root, 'packages', 'knowledge', 'pack.json'),
    commandProgram: join(src, 'main.ts'),
  }
}

function inRelease(lib: string): Installation {
  const root = join(lib, '..')
  return {
    ...both(root),
    web: join(root, 'web'),
    sample: join(root, 'sample'),
    executorProgram: join(lib, 'executor-main.js'),
    cameraProgram: join(lib, 'camera-main.js'),
    readerProgram: join(lib, 'reader-main.js'),
    paperProgram: join(lib, 'paper-main.js'),
    knowledgeProgram: join(lib, 'knowledge-main.js'),
    chipProgram: join(lib, 'chip-main.js'),
    knowledge: join(root, 'knowledge', 'pack.json'),
    commandProgram: join(lib, 'main.js'),
  }
}

function both(root: string): Pick<Installation, 'root' | 'model' | 'peer' | 'version' | 'compiled' | 'compiledReader'> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    root,
    compiled: join(root, 'node_modules', '.cache', 'nabij'),
    compiledReader: join(root, 'node_modules', '.cache', 'nabij-reader'),
    model: join(root, 'models', 'efficientnet-lite0', 'backbone.onnx'),
    peer: join(root, 'bench', 'peers', 'anomalib'),
    version,
  }
}
