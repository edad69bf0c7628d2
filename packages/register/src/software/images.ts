import type { Emit } from '../reader.ts'
import { imageName } from './image-name.ts'

/** The container images of one file: each becomes one trace, at the first place where it stands. */
export interface Images {
  /** @param reference as it stands, with tag or digest */
  add(reference: string, locator: string): void
}

export function imagesInto(emit: Emit): Images {
  const seen = new Set<string>()
  return {
    add(reference, locator) {
      emit.record()
      const image = imageName(reference)
      if (!image) {
        emit.ignored('image whose name is a variable')
        return
      }
      if (seen.has(image.name) || seen.size > 50_000) return
      seen.add(image.name)
      emit.trace({
        kind: 'container',
        name: image.name,
        ...(image.registry && image.registry.includes('.') ? { domain: image.registry } : {}),
        locator,
        text: `image · ${image.name}`,
      })
    },
  }
}

/** The names of environment variables of one file; their values are never looked at. */
export interface Variables {
  add(name: string, locator: string): void
}

/** Every program has these; they say nothing about whose service is used. */
const everyones =
  /^(?:PATH|HOME|USER|PWD|LANG|LC_ALL|TZ|SHELL|TERM|HOST|PORT|DEBUG|ENV|NODE_ENV|LOG_LEVEL|HOSTNAME|CI|PUID|PGID|UID|GID)$/

/** What a framework puts before a name to let it through to the browser: the name is what follows. */
const shown = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|NUXT|VITE|REACT_APP|VUE_APP|EXPO_PUBLIC|GATSBY|PUBLIC|STORYBOOK)_(?=.)/

export function variablesInto(emit: Emit): Variables {
  const seen = new Set<string>()
  return {
    add(name, locator) {
      const plain = name.trim()
      if (!/^[A-Za-z_][A-Za-z0-9_]{1,99}$/.test(plain)) return
      emit.record()
      if (mayBeSecret(plain)) {
        emit.ignored('name that may be a secret')
        return
      }
      if (everyones.test(plain.toUpperCase())) {
        emit.ignored('variable that every program has')
        return
      }
      if (seen.has(plain) || seen.size > 50_000) return
      seen.add(plain)
      emit.trace({ kind: 'environment', name: plain.replace(shown, ''), locator, text: `variable · ${plain}` })
    },
  }
}

/** Long, in mixed case, with digits and hardly a word in it: rather a key that lost its name than a name. */
function mayBeSecret(name: string): boolean {
  if (name.length < 16 || /^[A-Z][A-Z0-9_]*$/.test(name)) return false
  const digits = name.replace(/\D/g, '').length
  return digits >= 3 || (!name.includes('_') && name.length >= 24 && /[a-z]/.test(name) && /[A-Z]/.test(name))
}
