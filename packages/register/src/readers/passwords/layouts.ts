/** A table that a password manager or browser exports. Names as `plainName` writes them. */
export interface Layout {
  /** The program itself is a finding too; null for a browser's list. */
  app: { name: string; domain: string } | null
  /** Only the first of these is read, and the title where there is no address. */
  address: string
  title: string
  /** All columns that it may have. Another one means: another layout, which is refused. */
  columns: string[]
  /** Those that it has at least. */
  must: string[]
}

function layout(app: Layout['app'], address: string, title: string, columns: string, must: string): Layout {
  return { app, address, title, columns: columns.split(' '), must: [address, ...must.split(' ')] }
}

const onePassword = { name: '1Password', domain: '1password.com' }
const lastPass = { name: 'LastPass', domain: 'lastpass.com' }
const keePass = { name: 'KeePass', domain: 'keepass.info' }
const keePassXc = { name: 'KeePassXC', domain: 'keepassxc.org' }

export const layouts: Layout[] = [
  layout(
    { name: 'Bitwarden', domain: 'bitwarden.com' },
    'loginuri',
    'name',
    'folder collections favorite type name notes fields reprompt archiveddate loginuri loginusername loginpassword logintotp',
    'loginpassword name',
  ),
  layout(
    onePassword,
    'url',
    'title',
    'title url username password otpauth favorite archived tags notes',
    'title password otpauth',
  ),
  layout(
    onePassword,
    'website',
    'title',
    'title website username password onetimepassword favoritestatus archivedstatus tags notes type',
    'title password',
  ),
  layout(lastPass, 'url', 'name', 'url username password totp extra name grouping fav', 'password grouping name'),
  layout(keePass, 'website', 'account', 'account loginname password website comments', 'account password'),
  layout(
    keePassXc,
    'url',
    'title',
    'group title username password url notes totp icon lastmodified created',
    'group title password',
  ),
  layout(
    { name: 'Proton Pass', domain: 'proton.me' },
    'url',
    'name',
    'type name url email username password note totp createtime modifytime vault',
    'password vault',
  ),
  layout(
    { name: 'Dashlane', domain: 'dashlane.com' },
    'url',
    'title',
    'username username2 username3 title password note url category otpsecret otpurl',
    'username2 password title',
  ),
  layout(null, 'url', 'name', 'name url username password note', 'name username password'),
  layout(
    null,
    'url',
    '',
    'url username password httprealm formactionorigin guid timecreated timelastused timepasswordchanged',
    'username password guid',
  ),
  layout(null, 'url', 'title', 'title url username password notes otpauth', 'title username password'),
]

/** The layout that a header is; null when it is none of those known. */
export function layoutOf(header: readonly string[]): Layout | null {
  const cells = header.filter(Boolean)
  if (new Set(cells).size < cells.length) return null
  return (
    layouts.find(
      ({ columns, must }) =>
        must.every((name) => cells.includes(name)) && cells.every((name) => columns.includes(name)),
    ) ?? null
  )
}

const secret =
  /password|passwd|passwort|kennwort|wachtwoord|passphrase|motdepasse|contrase|parola|totp|otpauth|otpsecret|onetimepass/

/** True when a table has a column that may hold passwords. */
export function holdsSecrets(header: readonly string[]): boolean {
  return header.some((name) => secret.test(name) || ['pass', 'pwd', 'pw', 'secret', 'pin'].includes(name))
}
