import { expect, test } from 'vitest'
import { readText } from './testing/read.ts'

test('CycloneDX in JSON: direct ones by the graph, images, programs, services of others', async () => {
  const bom = {
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'root', name: 'shop' } },
    components: [
      {
        'bom-ref': 'a',
        type: 'library',
        name: 'client-s3',
        purl: 'pkg:npm/%40aws-sdk/client-s3@3.1.0',
        version: '3.1.0',
        components: [{ 'bom-ref': 'b', type: 'library', name: 'ms', purl: 'pkg:npm/ms@2.1.3' }],
      },
      { type: 'container', name: 'postgres:16' },
      { type: 'container', name: 'app', purl: 'pkg:oci/app@sha256%3Aabc?repository_url=ghcr.io/owner/app' },
      { type: 'operating-system', name: 'Windows Server', publisher: 'Microsoft' },
      { type: 'library', name: 'nameless' },
    ],
    services: [
      { name: 'checkout', endpoints: ['https://own.example.com/checkout?user=jan'] },
      { name: 'Payments', provider: { name: 'Stripe' }, endpoints: ['https://api.stripe.com/v1/charges?customer=jan'] },
    ],
    dependencies: [{ ref: 'root', dependsOn: ['a'] }],
  }
  const read = await readText('bom.json', JSON.stringify(bom))
  expect(read.reader).toBe('cyclonedx-json')
  expect(read.traces).toEqual([
    { kind: 'container', name: 'postgres', locator: 'components/2', text: 'image · postgres' },
    {
      kind: 'container',
      name: 'ghcr.io/owner/app',
      domain: 'ghcr.io',
      locator: 'components/3',
      text: 'image · ghcr.io/owner/app',
    },
    {
      kind: 'installed',
      name: 'Windows Server',
      also: 'Microsoft',
      locator: 'components/4',
      text: 'operating-system · Windows Server',
    },
    {
      kind: 'installed',
      name: 'Payments',
      also: 'Stripe',
      domain: 'api.stripe.com',
      locator: 'services/2',
      text: 'service · Payments · Stripe',
    },
    {
      kind: 'package',
      name: 'pkg:npm/@aws-sdk/client-s3',
      locator: 'components/1',
      text: 'npm · @aws-sdk/client-s3 3.1.0 · direct',
    },
    { kind: 'package', name: 'pkg:npm/ms', locator: 'components/1/components/1', text: 'npm · ms · transitive' },
  ])
  expect(read.ignored).toEqual({ 'component without package URL': 1, 'own service of the project': 1 })
})

test('CycloneDX in XML', async () => {
  const xml = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.4">
  <metadata><component type="application"><name>shop</name></component></metadata>
  <components>
    <component type="library"><group>@aws-sdk</group><name>client-s3</name><version>3.1.0</version><purl>pkg:npm/%40aws-sdk/client-s3@3.1.0</purl></component>
    <component type="application"><publisher>A &amp; B</publisher><name>Tool</name></component>
  </components>
</bom>`
  const read = await readText('sbom.xml', xml)
  expect(read.reader).toBe('cyclonedx-xml')
  expect(read.lines).toEqual([
    'Tool | application · Tool | line 6',
    'pkg:npm/@aws-sdk/client-s3 | npm · @aws-sdk/client-s3 3.1.0 | line 5',
  ])
  expect(read.traces[0]?.also).toBe('A & B')
})

test('XML that declares entities is refused', async () => {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component><name>&b;</name></component></components></bom>'
  await expect(readText('bom.xml', xml)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_HOSTILE' })
  const deep = `<bom xmlns="http://cyclonedx.org/schema/bom/1.4">${'<a>'.repeat(10_000)}`
  await expect(readText('bom.xml', deep)).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_HOSTILE' })
})

test('SPDX in JSON and as tags', async () => {
  const purl = (referenceLocator: string) => ({ externalRefs: [{ referenceType: 'purl', referenceLocator }] })
  const bom = {
    spdxVersion: 'SPDX-2.3',
    packages: [
      { SPDXID: 'SPDXRef-root', name: 'shop' },
      { SPDXID: 'SPDXRef-a', name: 'boto3', versionInfo: '1.34', ...purl('pkg:pypi/boto3@1.34') },
      { SPDXID: 'SPDXRef-b', name: 'six', ...purl('pkg:pypi/six@1.16') },
    ],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-root' },
      { spdxElementId: 'SPDXRef-root', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-a' },
    ],
  }
  expect((await readText('x.spdx.json', JSON.stringify(bom))).lines).toEqual([
    'pkg:pypi/boto3 | pypi · boto3 1.34 · direct | packages/2',
    'pkg:pypi/six | pypi · six · transitive | packages/3',
  ])
  const tags = `SPDXVersion: SPDX-2.3
PackageName: boto3
PackageVersion: 1.34
PackageLicenseComments: <text>
PackageName: wrong
</text>
ExternalRef: PACKAGE-MANAGER purl pkg:pypi/boto3@1.34

PackageName: nothing
`
  const read = await readText('x.spdx', tags)
  expect(read.lines).toEqual(['pkg:pypi/boto3 | pypi · boto3 1.34 | line 2'])
  expect(read.ignored).toEqual({ 'component without package URL': 1 })
  const three = {
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [{ type: 'software_Package', name: 'six', software_packageUrl: 'pkg:pypi/six@1' }],
  }
  expect((await readText('x.json', JSON.stringify(three))).lines).toEqual(['pkg:pypi/six | pypi · six | @graph/1'])
})
