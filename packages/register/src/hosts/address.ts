import { parse } from 'tldts'

/** Where an address leads, without anything that tells who went there. */
export interface Site {
  /** Registrable domain: `slack.com`. */
  domain: string
  /** The domain with what stands before it, as far as that names a function: `docs.google.com`, never `acme.slack.com`. */
  host: string
}

/** Labels that say what a host is for. Any other may be a customer's or a person's name and is left out. */
const functions = new Set(
  (
    'about account accounts activity ad adconsole admin adminconsole ads adservices ai aistudio analytics api api2 app apps archive ' +
    'assets auth autodiscover aws azure b2b backup bi billing blob blog board bookmarks books box business calendar calendars cdn ' +
    'chat chats checkout classroom cloud cms code collab community compute connect console contacts content copilot core crm ' +
    'data database dashboard dev developer developers directory dl dns docs documents download downloads drive dynamics ' +
    'edge editor email enterprise erp events exchange express file files firebase firebasestorage flow flows fonts form forms gateway ' +
    'gemini go graph groups gsuite help helpdesk hosting hr hub id identity idp images img inbox insights intune invoice invoices ' +
    'js keep kb lab labs learn learning live lists login logs lookerstudio lookup ltd mail manage management manager maps ' +
    'market marketing marketplace media meet meeting meetings messages messenger my myaccount mx new news notebook notebooks ' +
    'notes notify office online onedrive one openai order orders outlook owa partner partners pay payment payments payroll people ' +
    'photos plan planner play player plus portal power print pro product project projects push query queue redirect repo ' +
    'report reporting reports s3 sales schedule script sdk search secure security seller sellercentral send server service services ' +
    'share sheets shop sign signin sites slides smtp spreadsheet sql sso static status storage store stream studio support sts ' +
    'survey sync system table tables tagmanager tag tags tasks team teams test tickets tools track translate trial ui upload ' +
    'user users vault video voice vpn wallet web webmail webshop wiki work workplace workspace workspaces www zone ' +
    // Names of products, which stand before their makers' domains.
    'acrobat adservice advertising appstoreconnect bat businesscentral creativecloud dotnet eu falcon fcm firefly ' +
    'generativelanguage greenlake hana hm insight lightning m mykey notebooklm platform protection qbo quickbooks recaptcha ' +
    'sw tr unityads us use windowsupdate workforcenow'
  ).split(' '),
)

/**
 * The host of an address as it stands in a list: with or without `https://`, with a port, a path or a name before an `@`,
 * all of which are dropped here. Null for other schemes (`file:`, `chrome:`), e-mail addresses and plain words.
 */
export function hostOf(address: string): string | null {
  const text = address.trim().slice(0, 2048)
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && !['http', 'https', 'ws', 'wss', 'ftp'].includes(scheme)) return null
  const rest = text.slice(scheme === undefined ? 0 : scheme.length + 1).replace(/^[/\\]{2}/, '')
  const end = rest.search(/[/\\?#]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  // Without a scheme a name before an @ is an e-mail address or a user name, no address of a site.
  if (scheme === undefined && authority.includes('@')) return null
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return /^[^\s:[\]<>"'(),;]+\.[^\s:[\]<>"'(),;]+$/.test(host) ? host.toLowerCase().replace(/\.$/, '') : null
}

/** A host as a site; null for addresses within the house (`nas.local`, 10.0.0.1) and what is no public domain. */
export function siteOf(host: string): Site | null {
  if (host.length > 253) return null
  const { domain, isIcann, publicSuffix, subdomain } = parse(host, { validateHostname: false })
  // `.example` is reserved for examples (RFC 2606): made-up companies live there.
  const isPublic = isIcann || publicSuffix === 'example'
  if (!domain || !isPublic || !publicSuffix || publicSuffix === 'arpa' || publicSuffix.endsWith('.arpa')) return null
  if (!/^[\p{L}\p{N}.-]+$/u.test(domain)) return null
  const labels = (subdomain ?? '').split('.').filter(Boolean)
  let kept = ''
  for (const label of labels.reverse()) {
    if (!functions.has(label)) break
    kept = `${label}.${kept}`
  }
  return { domain, host: kept === 'www.' ? domain : `${kept}${domain}` }
}

/** Site of an address in one go. */
export function siteOfAddress(address: string): Site | null {
  const host = hostOf(address)
  return host === null ? null : siteOf(host)
}
