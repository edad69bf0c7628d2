import { siteOfAddress } from '../../hosts/index.ts'
import type { Emit } from '../../reader.ts'

/** An application that people sign in to or that may read their data, from whatever list. */
export interface App {
  name: string
  publisher?: string
  homepage?: string
  /** As the list writes it. */
  clientId?: string
  /** Tenant that owns the application. */
  owner?: string
  /** Kind of application, as the list names it. */
  type?: string
  place: string
}

export interface Provider {
  name: string
  domain: string
  /** True of applications that belong to the provider itself: hundreds that nobody chose. */
  isOwn(app: App): boolean
}

const microsoftTenants = ['f8cdef31-a31e-4b4a-93e4-5f571e91255a', '72f988bf-86f1-41af-91ab-2d7cd011db47']

export const providers = {
  entra: {
    name: 'Microsoft Entra ID',
    domain: 'entra.microsoft.com',
    isOwn: ({ name, publisher = '', clientId = '', owner = '', type = '' }: App) =>
      microsoftTenants.includes(owner.toLowerCase()) ||
      /^microsoft application$/i.test(type) ||
      /^microsoft (services|corporation|accounts)?$/i.test(publisher) ||
      /^[0-9a-f]{8}-0000-0(000|ff1)-c[0e]00-0{12}$/i.test(clientId) ||
      (publisher === '' &&
        owner === '' &&
        /^(microsoft|azure|office ?365|o365|windows|ms-|skype for business|sharepoint|exchange)\b/i.test(name)),
  },
  google: {
    name: 'Google Workspace',
    domain: 'workspace.google.com',
    isOwn: ({ name, clientId = '' }: App) =>
      /^(google|android|chrome|chromeos|gmail|youtube)\b/i.test(name) ||
      /^(77185425430|1070009224336)\b/.test(clientId),
  },
  okta: {
    name: 'Okta',
    domain: 'okta.com',
    isOwn: ({ clientId = '' }: App) => /^(saasure|okta_|active_directory|bookmark$)/.test(clientId),
  },
} satisfies Record<string, Provider>

/** Gathers a list's applications: each once, whoever and however many use it. */
export function appList(provider: Provider, emit: Emit) {
  const seen = new Set<string>()
  return {
    add(app: App): void {
      emit.record()
      const name = app.name.trim().slice(0, 200)
      if (name === '' || name.includes('@')) emit.ignored('application without a name')
      else if (/managed ?identity/i.test(app.type ?? '')) emit.ignored('managed identity of your own')
      else if (provider.isOwn({ ...app, name })) emit.ignored('application of the provider itself')
      else if (seen.size < 50_000 && !seen.has(name.toLowerCase())) {
        seen.add(name.toLowerCase())
        const site = siteOfAddress(app.homepage ?? '')
        // Applications from a gallery have an address at the provider.
        const known = site && !/(^|\.)(windowsazure|microsoftonline|microsoft|okta|google)\.com$/.test(site.domain)
        emit.trace({
          kind: 'sign-on',
          name,
          locator: app.place,
          text: name,
          ...(app.publisher ? { also: app.publisher.slice(0, 200) } : {}),
          ...(known ? { domain: site.host } : {}),
        })
      }
    },
    /** The provider of the sign-on is a service itself. */
    finish(): void {
      const { name, domain } = provider
      emit.trace({ kind: 'sign-on', name, domain, locator: 'layout of the file', text: `export of ${name}` })
    },
  }
}
