/** Where a package comes from, as package URLs call it. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'golang'
  | 'maven'
  | 'nuget'
  | 'composer'
  | 'gem'
  | 'cargo'
  | 'pub'
  | 'cocoapods'
  | 'swift'
  | 'hex'
  | 'conda'
  | 'helm'

/** Longer ones are no package's name. */
const longest = 300

/**
 * The one form in which a package is named everywhere in nabij: `pkg:TYPE/NAMESPACE/NAME`, lower case, without version,
 * qualifiers and subpath, nothing escaped: `pkg:npm/@aws-sdk/client-s3`, `pkg:pypi/azure-storage-blob` (as PEP 503 says:
 * one hyphen for every run of `-`, `_` and `.`), `pkg:maven/com.stripe/stripe-java`, `pkg:golang/github.com/aws/aws-sdk-go`.
 * Null for what cannot be a name.
 */
export function packageUrl(ecosystem: Ecosystem, name: string): string | null {
  const plain = normalName(ecosystem, name.trim())
  return isName(plain) ? `pkg:${ecosystem}/${plain}` : null
}

/** A package URL as somebody else wrote it, in our form; null when it is none. */
export function normalPackageUrl(purl: string): string | null {
  const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]{0,40})\/([^?#]{1,400})/.exec(purl.trim())
  if (!match?.[1] || !match[2]) return null
  const type = match[1].toLowerCase()
  const path = unescaped(match[2])
  const version = path.lastIndexOf('@')
  // The @ of a scope stands at the beginning of a part; that of a version never does.
  const name = version > 0 && path[version - 1] !== '/' ? path.slice(0, version) : path
  const plain = normalName(type, name)
  return isName(plain) ? `pkg:${type}/${plain}` : null
}

/** The name without `pkg:TYPE/`. */
export function packageName(purl: string): string {
  return purl.slice(purl.indexOf('/') + 1)
}

/** The type: `npm` of `pkg:npm/react`. */
export function packageType(purl: string): string {
  return purl.slice(4, purl.indexOf('/'))
}

function normalName(type: string, name: string): string {
  const lower = name.toLowerCase().replace(/^\/+|\/+$/g, '')
  return type === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower
}

function isName(name: string): boolean {
  return name.length > 0 && name.length <= longest && /^[@a-z0-9_][a-z0-9@._~+/-]*$/.test(name)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
