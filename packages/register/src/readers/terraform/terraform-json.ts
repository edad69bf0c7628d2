import type { Infrastructure } from '../../software/infrastructure.ts'
import { isObject, type Json, type JsonObject } from '../../software/read-json.ts'
import { backendProvider, providerName, sourceName } from '../../software/terraform-provider.ts'

/** True for Terraform's other way of writing: an object with its kinds of blocks. */
export function isTerraformJson(text: string): boolean {
  return /^\s*\{/.test(text) && /"(?:terraform|resource|data|provider|module|variable|output|locals)"\s*:/.test(text)
}

/** Reads `*.tf.json`: what the blocks of a `.tf` say, as keys. */
export function terraformJson(all: JsonObject, found: Infrastructure): void {
  for (const kind of ['resource', 'data', 'ephemeral'])
    for (const type of each(all[kind])) for (const name of Object.keys(type)) found.add(name, 'Terraform', kind)
  for (const block of each(all['provider']))
    for (const [name, settings] of Object.entries(block))
      for (const { region, location } of each(settings)) {
        const place = typeof region === 'string' ? region : location
        found.add(providerName(name), 'Terraform provider', 'provider', typeof place === 'string' ? place : undefined)
      }
  for (const terraform of each(all['terraform'])) {
    for (const required of each(terraform['required_providers']))
      for (const provider of Object.values(required)) source(blockOf(provider)['source'], 'required_providers')
    for (const backend of each(terraform['backend']))
      for (const kind of Object.keys(backend)) {
        const keeper = backendProvider(kind)
        if (keeper) found.add(keeper, 'Terraform state', 'backend')
      }
  }
  for (const block of each(all['module']))
    for (const module of Object.values(block)) source(blockOf(module)['source'], 'module')

  function source(address: Json | undefined, locator: string): void {
    const known = typeof address === 'string' && !address.startsWith('.') ? sourceName(address) : undefined
    if (known) found.add(known.name, known.isModule ? 'Terraform module for' : 'Terraform provider', locator)
  }
}

/** A block stands alone or in a list of blocks. */
function each(value: Json | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).map(blockOf)
}

function blockOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
