import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'
import { until } from '../support/until.ts'

const place = temporaryRoot()
let box: RunningBox | null = null
afterEach(async () => {
  await box?.kill().catch(() => undefined)
  place.remove()
})

/** What must be found nowhere: a person, her account, what was written, a password, a user, an address' path. */
const secrets = {
  person: 'Wilhelmina Zonnebloem',
  account: 'NL91ABNA0417164300',
  message: 'terugbetaling etentje Kwartelstraat',
  password: 'Tr0ub4dor&3-planted',
  user: 'zonnebloem.w@prive.example',
  path: 'geheim-dossier-8841',
  token: 'sk_live_Pl4nted7token',
  device: 'laptop-van-mina',
}

const bank = `"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"
"20261103","Moneybird B.V.","NL20INGB0001234567","NL86INGB0002445588","IC","Af","39,00","Incasso","Factuur 2026-118"
"20261104","${secrets.person}","NL20INGB0001234567","${secrets.account}","GT","Af","42,50","Online bankieren","${secrets.message}"
"20261105","${secrets.person}","NL20INGB0001234567","${secrets.account}","GT","Bij","12,00","Online bankieren","${secrets.message}"
`
const passwords = `folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
,,login,Slack,${secrets.message},,0,https://slack.com/${secrets.path}?u=1,${secrets.user},${secrets.password},
,,login,Adobe,,,0,https://account.adobe.com/,${secrets.user},${secrets.password},
`
const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><A HREF="https://www.dropbox.com/${secrets.path}?name=${encodeURIComponent(secrets.person)}">${secrets.person}</A>
</DL><p>
`

const zoneless = `Nov 20 10:00:00 dnsmasq[123]: query[A] app.slack.com from ${secrets.device}\n`
const more: Record<string, string | Buffer> = {
  'afschrift.sta': `{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:
:20:P261103000000001
:25:NL20INGB0001234567EUR
:28C:00000
:60F:C261101EUR100,00
:61:2611031103D39,00NDDTNONREF//00000000000001
:86:/CNTP/NL86INGB0002445588/INGBNL2A/Moneybird B.V.///REMI/USTD//Factuur 118/
:61:2611041104D42,50NTRFNONREF//00000000000002
:86:/CNTP/${secrets.account}/ABNANL2A/${secrets.person}///REMI/USTD//${secrets.message}/
:62F:C261130EUR18,50
-}
`,
  'apps.csv': `id,displayName,appId,homepageUrl,createdDateTime,applicationType,accountEnabled,publisherName,owner,notes\n1,Slack,a,https://slack.com/${secrets.path},2026-01-01,Enterprise Application,True,Slack Technologies,${secrets.person} <${secrets.user}>,${secrets.message}\n`,
  'kluis.json': JSON.stringify({
    encrypted: false,
    folders: [],
    items: [
      {
        type: 1,
        name: 'Mollie',
        notes: secrets.message,
        login: {
          uris: [{ uri: `https://my.mollie.com/${secrets.path}` }],
          username: secrets.user,
          password: secrets.password,
          totp: secrets.token,
        },
        fields: [{ name: 'pin', value: secrets.token }],
      },
      { type: 3, name: 'Visa', card: { cardholderName: secrets.person, number: secrets.account } },
    ],
  }),
  'kluis.xml': `<?xml version="1.0" encoding="utf-8"?>
<KeePassFile><Meta><Generator>KeePass</Generator></Meta><Root><Group><Name>Werk</Name><Entry><String><Key>Title</Key><Value>TransIP</Value></String><String><Key>URL</Key><Value>https://www.transip.nl/${secrets.path}</Value></String><String><Key>UserName</Key><Value>${secrets.user}</Value></String><String><Key>Password</Key><Value>${secrets.password.replaceAll('&', '&amp;')}</Value></String></Entry></Group></Root></KeePassFile>`,
  'site.har': JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'Firefox', version: '1' },
      entries: ['https://www.bloem.example/', 'https://js.stripe.com/v3/'].map((url) => ({
        request: {
          method: 'GET',
          url: `${url}${secrets.path}?key=${secrets.token}`,
          headers: [{ name: 'Authorization', value: `Bearer ${secrets.token}` }],
          cookies: [{ name: 'session', value: secrets.token }],
          postData: { text: secrets.password },
        },
        response: { status: 200, content: { text: secrets.person }, headers: [] },
      })),
    },
  }),
  '.env.example': `STRIPE_SECRET_KEY=${secrets.token}\nDB_PASSWORD=${secrets.password}\nADMIN="${secrets.person}"\n`,
  'pihole.log': zoneless.repeat(40),
  'History.sqlite': history(),
}

/** A browser's history, as Chrome keeps it. */
function history(): Buffer {
  const file = join(place.root, 'History')
  const database = new DatabaseSync(file)
  database.exec(
    'create table urls (id integer primary key, url text, title text, visit_count integer, typed_count integer, last_visit_time integer, hidden integer)',
  )
  database.exec('create table visits (id integer primary key, url integer, visit_time integer)')
  const visit = database.prepare(
    'insert into urls (url, title, visit_count, typed_count, last_visit_time, hidden) values (?, ?, 40, 3, 13440000000000000, 0)',
  )
  visit.run(`https://trello.com/${secrets.path}?user=${secrets.user}`, `Bord van ${secrets.person}`)
  database.close()
  const bytes = readFileSync(file)
  rmSync(file)
  return bytes
}

it('leaves no trace of what a register does not need, wherever one looks', { timeout: 300_000 }, async () => {
  const temporary = join(place.root, 'temporary')
  mkdirSync(temporary)
  box = await startBox(join(place.root, 'data'), { env: { TMPDIR: temporary, NABIJ_DEBUG: '1' } })
  const files = {
    [`bank ${secrets.account}.csv`]: bank,
    'wachtwoorden.csv': passwords,
    'bookmarks.html': bookmarks,
    ...more,
  }
  for (const [name, text] of Object.entries(files)) {
    await send(name, text, true)
    const { findings } = await send(name, text, false)
    expect(findings.length, name).toBeGreaterThan(0)
  }
  // Damaged files tell of themselves in errors and in the log: not of what stands in them.
  await fetch(new URL('/api/v1/register/evidence?name=half.csv', box.address), {
    method: 'POST',
    body: passwords.slice(0, -30),
  })
  await fetch(new URL('/api/v1/register/evidence?name=odd.csv', box.address), {
    method: 'POST',
    body: `user;password\n${secrets.user};${secrets.password}\n`,
  })
  for (const path of ['register', 'register/report.html', 'register/report.csv', 'register/log', 'register/questions'])
    expect(secretsIn(await (await fetch(new URL(`/api/v1/${path}`, box.address))).text()), path).toEqual([])

  const root = ['--data', join(place.root, 'data')]
  await nabij(['backup', join(place.root, 'all.nabij-backup'), ...root])
  await nabij(['export', join(place.root, 'export'), ...root])
  const everything = filesBelow(place.root)
  expect(everything.some((path) => path.endsWith('-wal'))).toBe(true)
  for (const path of everything) expect(secretsIn(textOf(path)), path).toEqual([])
  await box.kill()
  for (const path of filesBelow(place.root)) expect(secretsIn(textOf(path)), path).toEqual([])
})

async function send(name: string, text: string | Buffer, preview: boolean): Promise<{ findings: unknown[] }> {
  const query = `name=${encodeURIComponent(name)}&preview=${preview}`
  const address = new URL(`/api/v1/register/evidence?${query}`, box?.address)
  const answer = await until(
    async () => {
      const answer = await fetch(address, { method: 'POST', body: text })
      return answer.status === 503 ? null : answer
    },
    () => 'the reader stayed busy',
  )
  const body = await answer.text()
  expect(secretsIn(body), name).toEqual([])
  expect(answer.status, body).toBe(200)
  return JSON.parse(body) as { findings: unknown[] }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** An archive is looked into, not only at. */
function textOf(path: string): string {
  const bytes = readFileSync(path)
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1')
}

function secretsIn(text: string): string[] {
  const lower = text.toLowerCase()
  return Object.values(secrets).filter((secret) => lower.includes(secret.toLowerCase()))
}
