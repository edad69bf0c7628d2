import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { infrastructureInto } from '../../software/infrastructure.ts'
import { blocksOf } from '../../text/index.ts'

const provider = /^provider "(?:[\w.-]+\/)?([\w-]+\/[\w-]+)" \{/

/** .terraform.lock.hcl: the providers that were really installed. */
export const terraformLock: EvidenceReader = {
  id: 'terraform-lock',
  recognise(head) {
    if (baseName(head.name) === '.terraform.lock.hcl') return 1
    return /^provider "registry\.[\w.-]+\/[\w-]+\/[\w-]+" \{/m.test(head.text) && /^\s+hashes\s*=/m.test(head.text)
      ? 1
      : 0
  },
  async read(file, emit, signal) {
    const found = infrastructureInto(emit)
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) {
        const name = provider.exec(line)?.[1]
        if (name) found.add(name, 'Terraform provider', `line ${first + at}`)
      }
    }
  },
}
