import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { knowledgeIndex } from './knowledge-index.ts'
import { readPack } from './read-pack.ts'

const pack = readPack(readFileSync(new URL('../pack.json', import.meta.url), 'utf8'))
const index = knowledgeIndex(pack)

// Product, who owns its maker in the end, and where that owner is. What became of a product is easily missed.
const takeOvers: [string, RegExp, string][] = [
  ['github', /Microsoft/, 'US'],
  ['linkedin', /Microsoft/, 'US'],
  ['npm', /Microsoft/, 'US'],
  ['skype', /Microsoft/, 'US'],
  ['dynamics-365', /Microsoft/, 'US'],
  ['youtube', /Alphabet/, 'US'],
  ['firebase', /Alphabet/, 'US'],
  ['whatsapp', /Meta/, 'US'],
  ['facebook-ads', /Meta/, 'US'],
  ['slack', /Salesforce/, 'US'],
  ['heroku', /Salesforce/, 'US'],
  ['tableau', /Salesforce/, 'US'],
  ['mulesoft', /Salesforce/, 'US'],
  ['mailchimp', /Intuit/, 'US'],
  ['braintree', /PayPal/, 'US'],
  ['zettle', /PayPal/, 'US'],
  ['mysql', /Oracle/, 'US'],
  ['java', /Oracle/, 'US'],
  ['netsuite', /Oracle/, 'US'],
  ['red-hat', /International Business Machines/, 'US'],
  ['terraform', /International Business Machines/, 'US'],
  ['keycloak', /International Business Machines/, 'US'],
  ['vmware', /Broadcom/, 'US'],
  ['spring', /Broadcom/, 'US'],
  ['symantec', /Broadcom/, 'US'],
  ['webex', /Cisco/, 'US'],
  ['splunk', /Cisco/, 'US'],
  ['duo', /Cisco/, 'US'],
  ['auth0', /Okta/, 'US'],
  ['sendgrid', /Twilio/, 'US'],
  ['segment', /Twilio/, 'US'],
  ['adobe-commerce', /Adobe/, 'US'],
  ['onshape', /PTC/, 'US'],
  ['nginx', /F5/, 'US'],
  ['linode', /Akamai/, 'US'],
  ['ansys', /Synopsys/, 'US'],
  ['labview', /Emerson/, 'US'],
  ['universal-robots', /Teradyne/, 'US'],
  ['transporeon', /Trimble/, 'US'],
  ['avast-avg-avira', /Gen Digital/, 'US'],
  ['protolabs', /Proto Labs/, 'US'],
  ['trello', /Atlassian/, 'US'],
  ['planday', /Xero/, 'NZ'],
  ['sharefile', /Progress/, 'US'],
  ['wiz', /Alphabet/, 'US'],
  ['barracuda', /KKR/, 'US'],
  ['hikvision', /China Electronics/, 'CN'],
  ['canva', /Canva/, 'US'],
  ['proofpoint', /Thoma Bravo/, 'US'],
  ['sophos', /Thoma Bravo/, 'US'],
  ['lastpass', /Francisco Partners/, 'US'],
  ['x-twitter', /SpaceX/, 'US'],
]

describe('take-overs', () => {
  test.each(takeOvers)('%s belongs to its owner of today, or nobody says so', (id, owner, country) => {
    const { vendor } = index.product(id) ?? {}
    const parent = vendor?.ultimateParent
    expect(parent, `${id} is not known`).toBeDefined()
    if (parent?.status !== 'confirmed') return
    expect(parent.value?.name).toMatch(owner)
    expect(parent.value?.country).toBe(country)
  })

  test('owners that the open lists name differently are never sure', () => {
    for (const id of ['squarespace', 'mimecast', 'huawei', 'elastic', 'jfrog']) {
      expect(index.vendor(id)?.ultimateParent.status, id).toBe('disputed')
    }
  })

  test('a take-over that was forbidden is told as forbidden', () => {
    const texts = index.events('kyndryl').map(({ date, text }) => `${date} ${text.en}`)
    expect(texts.some((text) => text.startsWith('2026-05-25') && text.includes('prohibits'))).toBe(true)
  })
})

describe('traces of vendors from outside Europe', () => {
  const product = (known: { product?: { id: string } | null } | null) => known?.product?.id

  test.each([
    ['pkg:npm/onnxruntime-node', 'onnxruntime'],
    ['pkg:npm/react', 'react'],
    ['pkg:pypi/boto3', 'aws'],
    ['pkg:npm/@aws-sdk/client-s3', 'aws'],
    ['pkg:npm/@aws-sdk/client-lookoutvision', 'amazon-lookout-for-vision'],
    ['pkg:npm/@azure/cognitiveservices-customvision-prediction', 'azure-custom-vision'],
    ['pkg:npm/stripe', 'stripe'],
    ['pkg:nuget/microsoft.ml.onnxruntime', 'onnxruntime'],
    ['pkg:maven/com.ibm.icu/icu4j', 'ibm-libraries'],
    ['pkg:npm/jsonwebtoken', 'auth0-libraries'],
    ['pkg:golang/github.com/hashicorp/go-multierror', 'hashicorp-libraries'],
  ])('%s is %s', (purl, id) => expect(product(index.byPackage(purl))).toBe(id))

  test.each(['pkg:npm/left-pad', 'pkg:golang/github.com/stretchr/testify', 'pkg:npm/awsome'])(
    '%s is nobody’s',
    (purl) => expect(index.byPackage(purl)).toBeNull(),
  )

  test.each([
    ['example-nl.mail.protection.outlook.com', 'microsoft-365'],
    ['aspmx.l.google.com', 'google-workspace'],
  ])('mail for %s goes to %s', (host, id) => expect(product(index.byMx(host))).toBe(id))

  test('what is only a common word is weak', () => {
    for (const name of ['zoom', 'slack', 'box', 'notion', 'adobe', 'monday', 'apple', 'stripe', 'linear']) {
      const hits = index.byName(`Bakkerij ${name}`)
      expect(hits.length, name).toBeGreaterThan(0)
      expect(
        hits.filter(({ weak }) => !weak).map((hit) => product(hit) ?? hit.vendor.id),
        name,
      ).toEqual([])
    }
  })
})

describe('how much is known', () => {
  test('six hundred vendors at least, a hundred and fifty of them with a confirmed owner', () => {
    expect(pack.vendors.length).toBeGreaterThanOrEqual(600)
    const confirmed = pack.vendors.filter(
      ({ country, ultimateParent }) => country.status === 'confirmed' && ultimateParent.status === 'confirmed',
    )
    expect(confirmed.length).toBeGreaterThanOrEqual(150)
  })
})
