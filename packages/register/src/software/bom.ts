import type { Emit } from '../reader.ts'
import { type Depth, dependenciesInto } from './dependencies.ts'
import { type Images, imagesInto } from './images.ts'
import { normalPackageUrl } from './package-url.ts'

/** A component as a bill of materials lists it. */
export interface Component {
  /** `library`, `application`, `container`, `operating-system` …; null when not said. */
  type: string | null
  name: string
  version?: string | undefined
  purl?: string | undefined
  publisher?: string | undefined
  depth: Depth
  locator: string
}

/** Used as a whole, thus known by its name even without package URL. */
const programs = new Set(['application', 'operating-system', 'platform', 'firmware', 'device', 'device-driver'])

/** Components of a bill of materials as traces: packages, images and programs. */
export function bomInto(emit: Emit): {
  add(component: Component): void
  service(service: BomService): void
  finish(): void
} {
  const found = dependenciesInto(emit)
  const images = imagesInto(emit)
  return {
    add(component) {
      const { type, name, version, purl, publisher, depth, locator } = component
      if (purl) {
        if (!addImage(purl, locator, images)) found.addPurl(purl, { version, depth, locator })
      } else if (type === 'container') images.add(name, locator)
      else if (type !== null && programs.has(type) && name !== '') {
        emit.record()
        emit.trace({
          kind: 'installed',
          name: name.slice(0, 200),
          ...(publisher ? { also: publisher.slice(0, 200) } : {}),
          locator,
          text: `${type} · ${name.slice(0, 200)}`,
        })
      } else {
        emit.record()
        emit.ignored('component without package URL')
      }
    },
    service({ name, provider, endpoint, external, locator }) {
      emit.record()
      const domain = endpoint ? hostOf(endpoint) : null
      if (!provider && !external) {
        emit.ignored('own service of the project')
        return
      }
      emit.trace({
        kind: 'installed',
        name: (name || provider || domain || 'service').slice(0, 200),
        ...(provider ? { also: provider.slice(0, 200) } : {}),
        ...(domain ? { domain } : {}),
        locator,
        text: ['service', name.slice(0, 200), provider?.slice(0, 200)].filter(Boolean).join(' · '),
      })
    },
    finish: () => found.finish(),
  }
}

export interface BomService {
  name: string
  provider?: string | undefined
  endpoint?: string | undefined
  /** It stands beyond the trust boundary. */
  external: boolean
  locator: string
}

/** `pkg:docker/library/postgres`, `pkg:oci/app?repository_url=ghcr.io/owner/app`: false for other package URLs. */
function addImage(purl: string, locator: string, images: Images): boolean {
  const plain = /^pkg:(?:docker|oci)\b/.test(purl) ? normalPackageUrl(purl) : null
  if (!plain) return false
  const repository = /[?&]repository_url=([^&#]+)/.exec(purl)?.[1]
  const name = plain.replace(/^pkg:(?:docker|oci)\//, '')
  let place = name
  if (repository) {
    const written = safeDecode(repository).replace(/^https?:\/\//, '')
    place = written.endsWith(name.slice(name.lastIndexOf('/') + 1)) ? written : `${written}/${name}`
  }
  images.add(place, locator)
  return true
}

/** Only the host of an address, never its path. */
export function hostOf(address: string): string | null {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address.trim())?.[1]?.toLowerCase()
  return host && /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host) ? host : null
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
