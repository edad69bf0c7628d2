import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { blocksOf } from '../../text/index.ts'

/** Dockerfile and Containerfile: base images, images copied from, names of variables. */
export const dockerfile: EvidenceReader = {
  id: 'dockerfile',
  recognise(head) {
    const name = baseName(head.name)
    const builds = /^\s*FROM\s+\S+/im.test(head.text)
    if (/^(?:.*[._-])?(?:dockerfile|containerfile)(?:[._-].*)?$/.test(name)) return builds ? 0.95 : 0
    return builds && /^\s*(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR)\s/m.test(head.text) && !/^\s*[{<]/.test(head.text)
      ? 0.6
      : 0
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    const stages = new Set<string>()
    const defaults = new Map<string, string>()
    let began = 0
    let instruction = ''
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) {
        if (/^\s*(?:#|$)/.test(line)) continue
        if (instruction === '') began = first + at
        const goesOn = /[\\`]\s*$/.test(line)
        if (instruction.length < 20_000) instruction += ` ${line.replace(/[\\`]\s*$/, '')}`
        if (goesOn) continue
        take(instruction.trim(), `line ${began}`)
        instruction = ''
      }
    }
    if (instruction !== '') take(instruction.trim(), `line ${began}`)

    function take(text: string, locator: string): void {
      const space = text.search(/\s/)
      const word = text.slice(0, space < 0 ? text.length : space).toUpperCase()
      const rest = space < 0 ? '' : text.slice(space + 1).trim()
      if (word === 'FROM') {
        const [, image = '', stage] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(rest) ?? []
        if (!stages.has(image.toLowerCase())) images.add(filled(image), locator)
        if (stage && stages.size < 1000) stages.add(stage.toLowerCase())
      } else if (word === 'ARG' || word === 'ENV') {
        for (const [, name = '', value = ''] of rest.matchAll(/([A-Za-z_]\w*)(?:[=\s]\s*("[^"]*"|'[^']*'|\S*))?/g)) {
          if (word === 'ARG' && defaults.size < 1000) defaults.set(name, value.replace(/^["']|["']$/g, ''))
          if (word === 'ARG' || rest.includes(`${name}=`) || rest.startsWith(name)) variables.add(name, locator)
          if (word === 'ENV' && !rest.includes('=')) break
        }
      } else if (word === 'COPY' || word === 'RUN') {
        for (const [, from = ''] of rest.matchAll(/--(?:from=|mount=\S*?from=)([^\s,]+)/g)) {
          if (!stages.has(from.toLowerCase()) && !/^\d+$/.test(from)) images.add(filled(from), locator)
        }
      }
    }

    function filled(image: string): string {
      return image.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (all, name: string) => {
        const value = defaults.get(name)
        return value && !value.includes('$') ? value : all
      })
    }
  },
}
