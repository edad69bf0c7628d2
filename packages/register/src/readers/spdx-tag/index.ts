import type { EvidenceReader } from '../../reader.ts'
import { bomInto, type Component } from '../../software/bom.ts'
import { blocksOf } from '../../text/index.ts'

/** SPDX 2 as tags and values. */
export const spdxTag: EvidenceReader = {
  id: 'spdx-tag',
  recognise: (head) => (/^SPDXVersion:\s*SPDX-/m.test(head.text) ? 1 : 0),
  async read(file, emit, signal) {
    const found = bomInto(emit)
    let entry: Component | null = null
    let within = false
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) take(line, first + at)
    }
    flush()
    found.finish()

    function take(line: string, number: number): void {
      // A text of many lines may hold anything.
      if (within) {
        if (line.includes('</text>')) within = false
        return
      }
      if (line.includes('<text>') && !line.includes('</text>')) within = true
      const colon = line.indexOf(':')
      if (colon < 0) return
      const tag = line.slice(0, colon).trim()
      const value = line.slice(colon + 1).trim()
      if (tag === 'PackageName') {
        flush()
        entry = { type: null, name: value, depth: 'unsaid', locator: `line ${number}` }
      } else if (/^(?:FileName|SnippetSPDXID|LicenseID)$/.test(tag)) flush()
      else if (!entry) return
      else if (tag === 'PackageVersion') entry.version = value
      else if (tag === 'PrimaryPackagePurpose') entry.type = value.toLowerCase()
      else if (tag === 'PackageSupplier') entry.publisher = value.replace(/^Organization:\s*/, '')
      else if (tag === 'ExternalRef') {
        const purl = /\bpurl\s+(pkg:\S+)/.exec(value)?.[1]
        if (purl) entry.purl = purl
      }
    }

    function flush(): void {
      if (entry) found.add(entry)
      entry = null
    }
  },
}
