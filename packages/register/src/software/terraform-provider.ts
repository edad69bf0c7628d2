/** Providers that Terraform itself finds without being told whose they are. */
const official = new Set(
  `ad alicloud archive assert aws awscc azuread azurerm azurestack boundary cloudinit consul dns external google google-beta
  googleworkspace hcp hcs helm http kubernetes local nomad null oci opc random salesforce template tfe time tls vault vsphere`.split(
    /\s+/,
  ),
)

/** Where the state is kept is a cloud too. */
const backends: Record<string, string> = {
  azurerm: 'hashicorp/azurerm',
  gcs: 'hashicorp/google',
  remote: 'hashicorp/tfe',
  oss: 'aliyun/alicloud',
  cos: 'tencentcloudstack/tencentcloud',
  s3: 'hashicorp/aws',
}

/** `aws` is `hashicorp/aws`; a name that is not one of Terraform's own stays short: its file of versions says the rest. */
export function providerName(local: string): string {
  return official.has(local) ? `hashicorp/${local}` : local
}

/** The provider of the cloud in which a backend keeps the state; undefined for a disk or a server of one's own. */
export function backendProvider(backend: string): string | undefined {
  return Object.hasOwn(backends, backend) ? backends[backend] : undefined
}

/**
 * `hashicorp/aws` and `registry.terraform.io/hashicorp/aws` are a provider; `terraform-aws-modules/vpc/aws` is a module, of
 * which the provider counts. Terragrunt's `tfr:///owner/name/aws?version=1` is the same. Undefined for addresses of one's own.
 */
export function sourceName(source: string): { name: string; isModule: boolean } | undefined {
  const match =
    /^(?:tfr:\/\/)?(?:\/|registry\.(?:terraform\.io|opentofu\.org)\/)?([\w-]+)\/([\w-]+)(?:\/([\w-]+))?(?:\/\/[^?]*)?(?:\?.*)?$/.exec(
      source,
    )
  if (!match) return undefined
  const [, space = '', name = '', provider] = match
  if (provider === undefined) return { name: `${space}/${name}`, isModule: false }
  return { name: official.has(provider) ? `hashicorp/${provider}` : `${space}/${name}/${provider}`, isModule: true }
}
