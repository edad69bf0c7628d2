import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { infrastructureInto } from '../../software/infrastructure.ts'
import { readJson } from '../../software/read-json.ts'
import { backendProvider, providerName, sourceName } from '../../software/terraform-provider.ts'
import { blocksOf } from '../../text/index.ts'
import { isTerraformJson, terraformJson } from './terraform-json.ts'

/** Terraform, OpenTofu and Terragrunt: providers, types of resources and data, regions, modules of others. */
export const terraform: EvidenceReader = {
  id: 'terraform',
  recognise(head) {
    const name = baseName(head.name)
    if (/\.(?:tf|tofu)\.json$/.test(name)) return isTerraformJson(head.text) ? 1 : 0
    const blocks =
      /^[ \t]*(?:(?:resource|data)\s+"[\w-]+"\s+"[\w-]+"|(?:provider|module|variable|output)\s+"[\w-]+"|terraform|locals|remote_state|generate\s+"[\w-]+")\s*\{/m
    if (!blocks.test(head.text)) return 0
    return /\.(?:tf|tofu|hcl)$/.test(name) ? 1 : 0.7
  },
  async read(file, emit, signal) {
    const found = infrastructureInto(emit)
    if (/\.(?:tf|tofu)\.json$/i.test(file.name)) return terraformJson(await readJson(file, signal), found)
    let depth = 0
    /** The provider whose block this is. */
    let within = ''
    let comment = false
    let until: string | null = null
    const backends = new Map<string, string>()
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) take(line, `line ${first + at}`)
    }

    for (const [name, locator] of backends) found.add(name, 'Terraform state', locator)

    function take(text: string, locator: string): void {
      if (until !== null) {
        if (text.trim() === until) until = null
        return
      }
      if (comment) {
        if (text.includes('*/')) comment = false
        return
      }
      const bare = text.trim()
      if (bare.startsWith('/*')) {
        comment = !bare.includes('*/')
        return
      }
      if (bare === '' || bare[0] === '#' || bare.startsWith('//')) return
      const [, block, first = ''] = /^(resource|data|ephemeral|provider|module)\s+"([^"]{1,100})"/.exec(bare) ?? []
      if (block === 'provider') {
        within = providerName(first)
        found.add(within, 'Terraform provider', locator)
        depth = 0
      } else if (block === 'module') within = 'module'
      else if (block) found.add(first, 'Terraform', locator)
      // Terragrunt writes `backend = "azurerm"` in its `remote_state`.
      const kept = /^backend\s*=?\s*"(\w+)"/.exec(bare)?.[1] ?? (/^cloud\s*\{/.test(bare) ? 'remote' : '')
      const keeper = backendProvider(kept)
      if (keeper) backends.set(keeper, locator)
      // What speaks like S3 but stands elsewhere is not Amazon's.
      else if (/^endpoints?\s*=/.test(bare)) backends.delete('hashicorp/aws')
      // Also within one line: `aws = { source = "hashicorp/aws", version = "~> 5.0" }`.
      for (const [, address = ''] of bare.matchAll(/(?:^|[{,]\s*)source\s*=\s*"([^"]{1,200})"/g))
        source(address, locator)
      const [, key, value = ''] = /^(region|location|zone)\s*=\s*"([^"]{1,200})"/.exec(bare) ?? []
      if (key && within !== '' && within !== 'module' && depth > 0)
        found.add(within, 'Terraform provider', locator, value)
      // What Terragrunt generates is Terraform, too; other long texts are texts.
      until = /^contents\s*=/.test(bare) ? null : (/<<[-~]?(\w+)\s*$/.exec(bare)?.[1] ?? null)
      for (const char of bare) {
        if (char === '{') depth += 1
        else if (char === '}') depth -= 1
      }
      if (depth <= 0) {
        depth = 0
        if (bare.includes('}')) within = ''
      }
    }

    /** `hashicorp/aws` of a provider; `terraform-aws-modules/vpc/aws` of a module in the public registry. */
    function source(value: string, locator: string): void {
      if (value.startsWith('.')) {
        emit.ignored('own module of the project')
        return
      }
      const known = sourceName(value)
      if (known) found.add(known.name, known.isModule ? 'Terraform module for' : 'Terraform provider', locator)
    }
  },
}
