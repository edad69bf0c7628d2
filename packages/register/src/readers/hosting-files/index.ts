import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** Files that only exist for one service: name, sign in the text, and the service's own domain. */
const signs: readonly { name: RegExp; text?: RegExp; domain: string; what: string }[] = [
  { name: /^azure-pipelines[\w.-]*\.ya?ml$/, domain: 'dev.azure.com', what: 'Azure Pipelines' },
  { name: /^azure\.ya?ml$/, text: /^services:|^infra:/m, domain: 'azure.microsoft.com', what: 'Azure Developer CLI' },
  { name: /\.bicep$/, text: /'Microsoft\.\w+\//, domain: 'azure.microsoft.com', what: 'Bicep' },
  {
    name: /\.json$/,
    text: /schema\.management\.azure\.com\/schemas\/[^"]*deploymentTemplate/i,
    domain: 'azure.microsoft.com',
    what: 'Azure Resource Manager',
  },
  {
    name: /^(?:host|local\.settings)\.json$/,
    text: /azure-functions|AzureWebJobs|"extensionBundle"/i,
    domain: 'azure.microsoft.com',
    what: 'Azure Functions',
  },
  { name: /^staticwebapp\.config\.json$/, domain: 'azure.microsoft.com', what: 'Azure Static Web Apps' },
  {
    name: /\.(?:ya?ml|json|template)$/,
    text: /\bAWSTemplateFormatVersion\b|"?Type"?:\s*["']?AWS::\w+::\w+/,
    domain: 'aws.amazon.com',
    what: 'AWS CloudFormation',
  },
  {
    name: /^serverless\.(?:ya?ml|ts|js|json)$/,
    text: /\baws\b/,
    domain: 'aws.amazon.com',
    what: 'Serverless Framework on AWS',
  },
  { name: /^cdk\.json$/, text: /"app"|aws-cdk/, domain: 'aws.amazon.com', what: 'AWS CDK' },
  { name: /^samconfig\.toml$/, domain: 'aws.amazon.com', what: 'AWS SAM' },
  { name: /^buildspec[\w.-]*\.ya?ml$/, text: /^phases:/m, domain: 'aws.amazon.com', what: 'AWS CodeBuild' },
  { name: /^amplify\.ya?ml$/, domain: 'aws.amazon.com', what: 'AWS Amplify' },
  {
    name: /^copilot\.ya?ml$|^dockerrun\.aws\.json$|^appspec\.ya?ml$/,
    domain: 'aws.amazon.com',
    what: 'AWS deployment',
  },
  {
    name: /^cloudbuild[\w.-]*\.(?:ya?ml|json)$/,
    text: /\bsteps\b/,
    domain: 'cloud.google.com',
    what: 'Google Cloud Build',
  },
  {
    name: /^app\.ya?ml$/,
    text: /^runtime:\s*(?:python|nodejs|go|java|php|ruby|custom)/m,
    domain: 'cloud.google.com',
    what: 'Google App Engine',
  },
  {
    name: /^(?:firebase\.json|\.firebaserc|google-services\.json|googleservice-info\.plist)$/,
    domain: 'firebase.google.com',
    what: 'Firebase',
  },
  { name: /^(?:vercel|now)\.json$/, domain: 'vercel.com', what: 'Vercel' },
  { name: /^netlify\.toml$/, domain: 'netlify.com', what: 'Netlify' },
  { name: /^wrangler\.(?:toml|jsonc?)$/, domain: 'cloudflare.com', what: 'Cloudflare Workers' },
  { name: /^fly\.toml$/, domain: 'fly.io', what: 'Fly.io' },
  { name: /^render\.ya?ml$/, text: /^services:/m, domain: 'render.com', what: 'Render' },
  { name: /^railway\.(?:toml|json)$/, domain: 'railway.com', what: 'Railway' },
  { name: /^heroku\.ya?ml$/, domain: 'heroku.com', what: 'Heroku' },
  { name: /^app\.json$/, text: /"(?:formation|buildpacks|addons)"\s*:/, domain: 'heroku.com', what: 'Heroku' },
  { name: /^bitbucket-pipelines\.ya?ml$/, domain: 'bitbucket.org', what: 'Bitbucket Pipelines' },
  { name: /^\.travis\.ya?ml$/, domain: 'travis-ci.com', what: 'Travis CI' },
  { name: /^appveyor\.ya?ml$|^\.appveyor\.ya?ml$/, domain: 'appveyor.com', what: 'AppVeyor' },
  { name: /^\.?codecov\.ya?ml$/, domain: 'codecov.io', what: 'Codecov' },
  {
    name: /^\.sentryclirc$|^sentry\.properties$|^sentry\.(?:client|server|edge)\.config\.[jt]s$/,
    domain: 'sentry.io',
    what: 'Sentry',
  },
  { name: /^dependabot\.ya?ml$/, text: /^updates:/m, domain: 'github.com', what: 'Dependabot' },
  { name: /^\.readthedocs\.ya?ml$/, domain: 'readthedocs.org', what: 'Read the Docs' },
  { name: /^eas\.json$/, text: /"build"/, domain: 'expo.dev', what: 'Expo' },
  { name: /^\.?crowdin\.ya?ml$/, domain: 'crowdin.com', what: 'Crowdin' },
  { name: /^\.?shopify\.app\.toml$|^shopify\.theme\.toml$/, domain: 'shopify.com', what: 'Shopify' },
  { name: /^supabase\.toml$/, domain: 'supabase.com', what: 'Supabase' },
  { name: /^\.snyk$/, domain: 'snyk.io', what: 'Snyk' },
  { name: /^jenkinsfile(?:\..+)?$/, domain: 'jenkins.io', what: 'Jenkins' },
  { name: /^sonar-project\.properties$/, domain: 'sonarsource.com', what: 'Sonar' },
  { name: /^newrelic\.(?:js|c?js|yml|ini|config)$/, domain: 'newrelic.com', what: 'New Relic' },
  { name: /^doppler\.ya?ml$/, domain: 'doppler.com', what: 'Doppler' },
  { name: /^chromatic\.config\.json$/, domain: 'chromatic.com', what: 'Chromatic' },
  { name: /^\.codeclimate\.ya?ml$/, domain: 'codeclimate.com', what: 'Code Climate' },
]

const circle = /(?:^|\/)\.circleci\/config\.ya?ml$/i
const supabase = /(?:^|\/)supabase\/config\.toml$/i

/** Files that belong to one hosting or building service: that they are there says that it is used. */
export const hostingFiles: EvidenceReader = {
  id: 'hosting-files',
  recognise: (head) => (signOf(head.name, head.text) ? 0.85 : 0),
  async read(file, emit, signal) {
    let text = ''
    for await (const { lines } of blocksOf(file, { signal })) {
      text += `${lines.join('\n')}\n`
      if (text.length > 65_536) break
    }
    emit.record()
    const sign = signOf(file.name, text)
    if (!sign) emit.ignored('file without the sign of a service')
    else
      emit.trace({ kind: 'infrastructure', name: sign.domain, domain: sign.domain, locator: 'line 1', text: sign.what })
  },
}

function signOf(path: string, text: string): { domain: string; what: string } | null {
  const plain = path.replaceAll('\\', '/')
  if (circle.test(plain)) return { domain: 'circleci.com', what: 'CircleCI' }
  if (supabase.test(plain)) return { domain: 'supabase.com', what: 'Supabase' }
  const name = baseName(plain)
  const head = text.slice(0, 65_536)
  return signs.find((sign) => sign.name.test(name) && (!sign.text || sign.text.test(head))) ?? null
}

/** True for a name that one of these services uses, whatever is in it. */
export function isHostingName(path: string): boolean {
  const plain = path.replaceAll('\\', '/')
  if (circle.test(plain) || supabase.test(plain)) return true
  const name = baseName(plain)
  // Any JSON or YAML may be a template; those are looked into only with a name that says so.
  const telling = /template|stack|cloudformation|azuredeploy|main\.json|sam\./.test(name)
  return signs.some((sign) => sign.name.test(name) && (telling || !sign.name.test('x.json') || name.endsWith('.bicep')))
}
