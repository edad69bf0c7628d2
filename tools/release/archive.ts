import { createReadStream, createWriteStream, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** Writes `folder` as a .tar.gz whose top folder is `name`; the same files give the same bytes. */
export async function writeArchive(folder: string, name: string, file: string): Promise<void> {
  const archive = pack()
  const written = pipeline(archive, createGzip({ level: 6 }), createWriteStream(file))
  for (const path of filesBelow(folder)) {
    const { size, mode } = lstatSync(join(folder, path))
    const header = { name: `${name}/${path}`, size, mode: mode & 0o111 ? 0o755 : 0o644, mtime: new Date(0) }
    await pipeline(createReadStream(join(folder, path)), archive.entry(header))
  }
  archive.finalize()
  await written
}

function filesBelow(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(folder, `${inside}${entry.name}/`) : [`${inside}${entry.name}`],
    )
}
