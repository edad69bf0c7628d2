import type { Known, NameHit } from './name-match.ts'

/** What `resolve` asks of the knowledge; a `KnowledgeIndex` answers it. */
export interface LookUps {
  byName(text: string): readonly NameHit[]
  byDomain(host: string): Known | null
  byMx(host: string): Known | null
  bySpf(host: string): Known | null
  byDns(host: string): Known | null
  byTxt(text: string): Known | null
  byPackage(purl: string): Known | null
  byImage(image: string): Known | null
  byTerraform(type: string): Known | null
  byAction(action: string): Known | null
  byEnv(name: string): Known | null
  product(id: string): Known | null
  vendor(id: string): Known['vendor'] | null
}
