import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServiceNotes } from '@nabij/base'
import { madeUpCompany } from '@nabij/simulators'
import { parsed } from './register/json.ts'
import type { RegisterDesk } from './register/register-desk.ts'

/** What the made-up company says of what it uses, by product. */
export const said: Record<string, Partial<ServiceNotes>> = {
  'microsoft-365': { crucial: true, process: 'Kantoor en mail', personalData: 'both' },
  'exact-online': { crucial: true, process: 'Boekhouding', owner: 'Anja' },
  'afas-profit': { crucial: true, process: 'Lonen', personalData: 'staff' },
  aws: { crucial: true, process: 'Webwinkel', personalData: 'customers' },
  transip: { crucial: true, process: 'Webwinkel' },
  'autodesk-autocad': { crucial: false, process: 'Ontwerp van mallen' },
  chatgpt: { crucial: false, ai: true, personalData: 'none' },
}

/**
 * Fills the sample's register as far as that has not been done: a year of a made-up company's papers, and nabij itself, by
 * the list of everything that is in it.
 */
export async function furnishRegister(
  register: Pick<RegisterDesk, 'evidence' | 'read' | 'say' | 'overview' | 'settings' | 'changeSettings'>,
  { root, year }: { root: string; year: number },
): Promise<void> {
  const { name, domain, files } = madeUpCompany({ year, seed: 5 })
  const sbom = { name: 'nabij/sbom.cdx.json', text: await readFile(join(root, 'sbom.cdx.json'), 'utf8') }
  const known = new Set((await register.evidence()).map(({ path }) => path))
  if ((await register.settings()).company === null) await register.changeSettings({ company: name, domains: [domain] })
  const failed: unknown[] = []
  for (const file of [...files, sbom])
    if (!known.has(file.name))
      await register
        .read({ name: file.name, bytes: once(file.text) }, { preview: false })
        .catch((error: unknown) => void failed.push(error))
  const { services } = parsed<{ services: { id: string; notes: ServiceNotes }[] }>(await register.overview())
  for (const { id, notes } of services) {
    const words = said[id]
    if (words && notes.crucial === null && notes.process === null && notes.ai === null) await register.say(id, words)
  }
  if (failed.length > 0) throw failed[0]
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text))
}
