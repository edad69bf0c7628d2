import type { Emit } from '../reader.ts'

/** What a project asks of a cloud: Terraform types and providers, actions. Each becomes one trace. */
export interface Infrastructure {
  /**
   * @param name `aws_s3_bucket`, `aws`, or `owner/name` of an action
   * @param what said before it to a person: `Terraform`
   * @param location the region that stands with it
   */
  add(name: string, what: string, locator: string, location?: string): void
}

export function infrastructureInto(emit: Emit): Infrastructure {
  const seen = new Set<string>()
  return {
    add(name, what, locator, location) {
      emit.record()
      const plain = name.trim().toLowerCase()
      if (!/^[a-z0-9][a-z0-9._/-]{0,150}$/.test(plain)) {
        emit.ignored('name that is no type')
        return
      }
      const place = location && /^[\w-]{2,40}$/.test(location) ? location : undefined
      const key = `${plain} ${place ?? ''}`
      if (seen.has(key) || seen.size > 50_000) return
      seen.add(key)
      emit.trace({
        kind: 'infrastructure',
        name: plain,
        ...(place ? { location: place } : {}),
        locator,
        text: [what, plain, place].filter(Boolean).join(' · '),
      })
    },
  }
}
