import type { EvidenceReader } from '../../reader.ts'
import { hostOf } from '../../software/bom.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

const names = /^(?:\.npmrc|\.yarnrc(?:\.yml)?|nuget\.config|pip\.conf|\.pypirc|bunfig\.toml)$/

/** Where everybody's packages come from says nothing about this project. */
const everyones =
  /^(?:registry\.npmjs\.org|registry\.yarnpkg\.com|(?:files\.|upload\.)?pypi\.org|files\.pythonhosted\.org|(?:api|www)\.nuget\.org)$/

/** Where a project fetches packages of its own: the hosts in .npmrc, nuget.config and their like, and nothing else of them. */
export const packageSources: EvidenceReader = {
  id: 'package-sources',
  recognise: (head) => (names.test(baseName(head.name)) && head.text !== '' ? 0.9 : 0),
  async read(file, emit, signal) {
    const seen = new Set<string>()
    for await (const { first, lines } of blocksOf(file, { signal, longest: 8192 })) {
      for (const [at, line] of lines.entries()) {
        if (/^\s*(?:#|;|<!--)/.test(line)) continue
        for (const [address] of line.matchAll(/https?:\/\/[^\s"'<>]{1,500}/g)) {
          emit.record()
          const host = hostOf(address)
          if (!host || everyones.test(host)) emit.ignored('source that everybody has')
          else if (!seen.has(host) && seen.size < 1000) {
            seen.add(host)
            emit.trace({
              kind: 'infrastructure',
              name: host,
              domain: host,
              locator: `line ${first + at}`,
              text: `package source · ${host}`,
            })
          }
        }
      }
    }
  },
}
