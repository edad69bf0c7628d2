import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { variablesInto } from '../../software/images.ts'
import { blocksOf } from '../../text/index.ts'

/** .env.example and its like: names of variables only. What stands behind the `=` may be a secret: it is never looked at. */
export const envExample: EvidenceReader = {
  id: 'env-example',
  recognise(head) {
    const name = baseName(head.name)
    const lines = head.text.split('\n', 200).filter((line) => !/^\s*(?:#|$)/.test(line))
    const good = lines.filter((line) => /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/.test(line)).length
    if (/^\.env(?:\..+)?$|^(?:.+\.)?env\.(?:example|sample|template|dist)$|\.env$|^example\.env$|^\.envrc$/.test(name))
      return lines.length === 0 || good > 0 ? 0.95 : 0
    return lines.length >= 3 &&
      good === lines.length &&
      lines.every((line) => /^\s*(?:export\s+)?[A-Z_][A-Z0-9_]*=/.test(line))
      ? 0.6
      : 0
  },
  async read(file, emit, signal) {
    const variables = variablesInto(emit)
    let quote = ''
    for await (const { first, lines } of blocksOf(file, { signal, longest: 4096 })) {
      for (const [at, line] of lines.entries()) {
        // A key without quotes goes on over lines too, and may have an = at its end.
        if (/-----BEGIN /.test(line) && !/-----END /.test(line)) quote = '-----END '
        else if (quote !== '') {
          // A value of many lines, as a key: passed over until its quote closes.
          if (line.includes(quote)) quote = ''
          continue
        }
        if (/^\s*#/.test(line)) {
          if (/^\s*#\s*[A-Z_][A-Z0-9_]*=/.test(line)) emit.ignored('variable that is commented out')
          continue
        }
        const [, name, opens, rest = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w{1,99})\s*=\s*(["']?)(.*)$/.exec(line) ?? []
        if (!name) continue
        variables.add(name, `line ${first + at}`)
        if (quote === '' && opens && !rest.includes(opens)) quote = opens
      }
    }
  },
}
