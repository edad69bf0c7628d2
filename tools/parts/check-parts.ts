import { dataParts, sha256 } from './data-parts.ts'
import { readLock } from './lock.ts'
import { shippedParts } from './shipped-parts.ts'

/** Licences that may be shipped under the EUPL-1.2; LGPL only as a library that is loaded, never built in (libvips). */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'OFL-1.1',
  'Unlicense',
  'CC-BY-SA-4.0',
])
const loaded = 'LGPL-3.0-or-later'

/** Parts whose licence does not allow shipping them, and data whose file is not there. */
export function checkParts(root: string): string[] {
  const parts = shippedParts(readLock(root))
  return [
    ...[...parts, ...dataParts]
      .filter(
        ({ name, license }) =>
          !license.split(' AND ').every((one) => allowed.has(one) || (one === loaded && name.startsWith('@img/sharp'))),
      )
      .map(({ name, license }) => `${name}: the licence ${license} is not among those that may be shipped`),
    ...parts
      .filter(({ checksum }) => checksum.length !== 128)
      .map(({ name }) => `${name}: the lock file has no sha512 of it`),
    ...dataParts
      .filter(({ file }) => file !== null && sha256(root, file) === null)
      .map(({ name, file }) => `${name}: ${file} is not there`),
  ]
}
