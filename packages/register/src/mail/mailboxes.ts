/** Where mailboxes stand, by the names that domains point at. Suffixes of hosts, without a dot before them. */
export interface MailboxHost {
  id: string
  name: string
  mx: string[]
  /** Includes of SPF that mean "our mailboxes send", as opposed to a newsletter's or a shop's. */
  spf: string[]
  /** Targets of DKIM selectors. */
  dkim?: string[]
  /** Targets of autodiscover and of the mail programs' own records. */
  autodiscover?: string[]
  /** Beginnings of TXT of the domain that a tenant needs. Weak: they stay when the tenant is gone. */
  txt?: string[]
}

function host(id: string, name: string, mx: string, spf: string, more: Partial<MailboxHost> = {}): MailboxHost {
  return { id, name, mx: mx.split(' '), spf: spf.split(' ').filter(Boolean), ...more }
}

export const mailboxHosts: MailboxHost[] = [
  host(
    'microsoft',
    'Microsoft 365',
    'protection.outlook.com protection.outlook.de mx.microsoft outlook.com hotmail.com',
    'spf.protection.outlook.com spf.protection.outlook.de outbound.protection.outlook.com',
    {
      dkim: ['onmicrosoft.com', 'dkim.mail.microsoft'],
      autodiscover: ['outlook.com', 'outlook.office.com', 'outlook.office365.com', 'office365.com'],
      txt: ['ms=', 'v=msv1', 'd365mktkey='],
    },
  ),
  host(
    'google',
    'Google Workspace',
    'l.google.com googlemail.com smtp.google.com',
    '_spf.google.com _netblocks.google.com',
    { dkim: ['domainkey.google.com'] },
  ),
  host('zoho', 'Zoho Mail', 'zoho.com zoho.eu zoho.in', 'zoho.com zoho.eu zohomail.com zohomail.eu', {
    autodiscover: ['zoho.com', 'zoho.eu'],
    txt: ['zoho-verification='],
  }),
  host('proton', 'Proton Mail', 'protonmail.ch', '_spf.protonmail.ch', {
    dkim: ['domains.proton.ch'],
    txt: ['protonmail-verification='],
  }),
  host('fastmail', 'Fastmail', 'messagingengine.com', 'spf.messagingengine.com', { dkim: ['fmhosted.com'] }),
  host('infomaniak', 'Infomaniak', 'infomaniak.ch infomaniak.com ikmail.com', 'spf.infomaniak.ch', {
    autodiscover: ['infomaniak.com', 'infomaniak.ch'],
  }),
  host('icloud', 'iCloud Mail', 'mail.icloud.com', 'icloud.com', {
    dkim: ['icloudmailadmin.com'],
    txt: ['apple-domain='],
  }),
  host('transip', 'TransIP', 'transip.email transip.nl', '_spf.transip.email', { dkim: ['transip.email'] }),
  host('soverin', 'Soverin', 'soverin.net', 'soverin.net', { dkim: ['soverin.net'] }),
  host('mailbox-org', 'mailbox.org', 'mailbox.org', 'mailbox.org', { dkim: ['mailbox.org'] }),
  host('ovh', 'OVHcloud', 'mail.ovh.net mx.ovh.com', 'mx.ovh.com', { autodiscover: ['mail.ovh.net'] }),
  host('ionos', 'IONOS', 'kundenserver.de ionos.com ionos.de 1and1.com', 'kundenserver.de perfora.net', {
    autodiscover: ['1and1.info', 'ionos.com'],
  }),
  host('strato', 'STRATO', 'rzone.de', 'rzone.de strato.de'),
  host('one-com', 'one.com', 'one.com', 'one.com'),
  host('hostnet', 'Hostnet', 'hostnet.nl', 'hostnet.nl'),
  host('gandi', 'Gandi', 'mail.gandi.net', 'gandi.net'),
  host('rackspace', 'Rackspace', 'emailsrvr.com', 'emailsrvr.com', { autodiscover: ['emailsrvr.com'] }),
  host('yandex', 'Yandex', 'yandex.net yandex.ru', 'yandex.net yandex.ru'),
]

/** A host below a suffix, or the suffix itself; a suffix within a word does not count. */
export function isBelow(host: string, suffixes: readonly string[] = []): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}
