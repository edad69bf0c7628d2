export interface ImageName {
  /** Without tag and digest, and without the words that Docker Hub leaves out: `postgres`, `mcr.microsoft.com/mssql/server`. */
  name: string
  /** Host from which it is fetched, where that is said. */
  registry: string | null
}

/**
 * A container image as it stands in a file. A variable with a default is that default; a variable that only stands for
 * the tag does not matter; with any other variable nobody knows which image it is: null.
 */
export function imageName(reference: string): ImageName | null {
  const plain = reference
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/\$\{[A-Za-z_][A-Za-z0-9_]*:?-([^{}$]*)\}/g, '$1')
    .replace(/^(?:docker-)?(?:image|docker|oci|https?):\/\//, '')
  const path = withoutTag(plain).toLowerCase()
  if (path.length > 255 || !/^[a-z0-9][a-z0-9._-]*(?::\d{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)*$/.test(path)) return null
  const slash = path.indexOf('/')
  const first = slash < 0 ? '' : path.slice(0, slash)
  const hasHost = first.includes('.') || first.includes(':') || first === 'localhost'
  if (!hasHost) return path === 'scratch' ? null : { name: path.replace(/^library\//, ''), registry: null }
  if (/^(?:index\.|registry-1\.|registry\.hub\.)?docker\.(?:io|com)$/.test(first))
    return { name: path.slice(slash + 1).replace(/^library\//, ''), registry: 'docker.io' }
  return { name: path, registry: first.replace(/:\d+$/, '') }
}

function withoutTag(reference: string): string {
  const digest = reference.indexOf('@')
  const named = digest < 0 ? reference : reference.slice(0, digest)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return colon < 0 ? named : named.slice(0, colon)
}
