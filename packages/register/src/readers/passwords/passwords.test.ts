import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { passwords } from './index.ts'

const secrets = ['Zomer2024!', 'jan.devries@acme.nl', 'JBSWY3DPEHPK3PXP', 'pincode 4711', 'salarissen']
const [password, user, totp, note, path] = secrets as [string, string, string, string, string]
const address = `https://acme.slack.com/${path}?u=${user}`

const exports: Record<string, [text: string, names: string[]]> = {
  bitwarden: [
    `folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n,,login,Slack,"${note}\nmeer",,0,${address},${user},${password},${totp}\nPrive,,note,Kluis,${note},,0,,,,\n`,
    ['Bitwarden', 'slack.com', 'Kluis'],
  ],
  'bitwarden json': [
    JSON.stringify({
      encrypted: false,
      folders: [{ id: '1', name: note }],
      items: [
        {
          name: 'Slack',
          notes: note,
          login: { uris: [{ match: null, uri: address }], username: user, password, totp },
          fields: [{ name: 'pin', value: note }],
        },
      ],
    }),
    ['Bitwarden', 'slack.com'],
  ],
  '1password': [
    `Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\nSlack,${address},${user},"${password},""x",${totp},false,false,,${note}\n`,
    ['1Password', 'slack.com'],
  ],
  '1password data': [
    JSON.stringify({
      accounts: [
        {
          attrs: { accountName: user, email: user },
          vaults: [
            {
              attrs: { name: note },
              items: [
                {
                  overview: { title: 'Slack', url: address, ainfo: user },
                  details: { loginFields: [{ value: password, name: 'password' }], notesPlain: note },
                },
              ],
            },
          ],
        },
      ],
    }),
    ['1Password', 'slack.com'],
  ],
  lastpass: [
    `url,username,password,totp,extra,name,grouping,fav\n${address},${user},${password},${totp},${note},Slack,Werk,0\nhttp://sn,,,,${note},Geheime notitie,,0\n`,
    ['LastPass', 'slack.com'],
  ],
  keepass: [
    `"Account","Login Name","Password","Web Site","Comments"\n"Slack","${user}","${password}","${address}","${note}"\n`,
    ['KeePass', 'slack.com'],
  ],
  keepassxc: [
    `"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"\n"Root","Slack","${user}","${password}","${address}","${note}","${totp}","0","2025-01-01T00:00:00Z","2025-01-01T00:00:00Z"\n`,
    ['KeePassXC', 'slack.com'],
  ],
  'keepass xml': [
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<KeePassFile>\n<Root><Group><Entry>\n<String><Key>Notes</Key><Value>${note}</Value></String>\n<String><Key>Password</Key><Value ProtectInMemory="True">${password}</Value></String>\n<String><Key>Title</Key><Value>Slack</Value></String>\n<String><Key>URL</Key><Value>${address}</Value></String>\n<String><Key>UserName</Key><Value>${user}</Value></String>\n</Entry></Group></Root></KeePassFile>`,
    ['KeePass', 'slack.com'],
  ],
  chrome: [`name,url,username,password,note\nslack.com,${address},${user},${password},${note}\n`, ['slack.com']],
  firefox: [
    `"url","username","password","httpRealm","formActionOrigin","guid","timeCreated","timeLastUsed","timePasswordChanged"\n"https://acme.slack.com","${user}","${password}",,"","{1}","1","1","1"\n`,
    ['slack.com'],
  ],
}

test.each(Object.entries(exports))('%s: addresses and names leave it, secrets do not', async (_, [text, names]) => {
  expect(sureness(passwords, text)).toBeGreaterThan(0.9)
  const read = await readWith(passwords, text)
  expect(read.traces.map(({ name }) => name)).toEqual(names)
  for (const secret of [...secrets, 'acme', 'Werk', 'notitie']) expect(JSON.stringify(read)).not.toContain(secret)
})

test('a comma in a password that nobody quoted does not shift it into the address', async () => {
  const text = `url,username,password,totp,extra,name,grouping,fav\nhttps://a.nl,jan,pa,evil.com,x,y,Slack,Werk,0\n`
  const { traces, ignored } = await readWith(passwords, text)
  expect(traces.map(({ name }) => name)).toEqual(['LastPass'])
  expect(ignored).toEqual({ 'row of another length': 1 })
})

test.each([
  'Website;Gebruikersnaam;Wachtwoord\nhttps://a.nl;jan;geheim\n',
  'name,url,username,password,note,extra\na,https://a.nl,jan,geheim,,\n',
  'url,url,username,password,guid\n',
  '{"encrypted": true, "data": "2.abc"}',
  '{"encrypted": false, "items": [',
])('claims and refuses a list of passwords that it does not know: %s', async (text) => {
  expect(sureness(passwords, text)).toBeGreaterThan(0.9)
  const refused = await readWith(passwords, text).catch((error: unknown) => error as { code: string })
  expect(refused).toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  expect(JSON.stringify(refused)).not.toContain('geheim')
})

test('leaves a bank statement alone', () => {
  expect(sureness(passwords, '"Datum","Naam / Omschrijving","Rekening","Bedrag (EUR)"\n')).toBe(0)
})
