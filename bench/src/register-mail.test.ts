import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { benchRegisterLog } from './register-log.ts'
import { registerLogTable } from './register-log-table.ts'
import { benchRegisterMail } from './register-mail.ts'
import { registerMailTable } from './register-mail-table.ts'

test('counts what is right per part, with the majority beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-mail-'))
  try {
    mkdirSync(join(folder, 'mail-nl'))
    const dns = {
      'a.nl': { mx: ['a-nl.mail.protection.outlook.com'] },
      'b.nl': { mx: ['x.mimecast.com'], dkim: { selector1: 's._domainkey.b.onmicrosoft.com' } },
      'c.nl': { mx: ['mx.c.nl'], mx_asns: [33_915] },
      'd.nl': { mx: ['mx.d.nl'], mx_asns: [1] },
    }
    const classes = [
      { domain: 'a.nl', provider: 'microsoft' },
      { domain: 'b.nl', provider: 'microsoft', gateway: 'mimecast' },
      { domain: 'c.nl', provider: 'local-isp' },
      { domain: 'd.nl', provider: 'google' },
    ]
    writeFileSync(join(folder, 'mail-nl', 'dns_nl.json'), JSON.stringify(dns))
    writeFileSync(join(folder, 'mail-nl', 'classification_nl.json'), JSON.stringify(classes))
    const rows = benchRegisterMail(folder)
    expect(rows.map(({ part, domains, right }) => [part, domains, right])).toEqual([
      ['nl', 4, 0.75],
      ['nl-hidden', 1, 1],
    ])
    expect(rows[0]?.macroF1).toBeCloseTo(2 / 3)
    expect(rows[0]).toMatchObject({ majority: 0.5, wrong: [{ domain: 'd.nl', truth: 'google', guess: 'independent' }] })
    expect(registerMailTable(rows, 'nl')).toContain('d.nl: google, nabij: independent')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('reads made-up logs in every format', async () => {
  const rows = await benchRegisterLog({ lines: 60_000 })
  expect(new Set(rows.map(({ traces }) => traces)).size).toBe(1)
  expect(rows[0]?.traces).toBeGreaterThan(2500)
  expect(registerLogTable(rows, 'en')).toContain('Zeek JSON')
})
