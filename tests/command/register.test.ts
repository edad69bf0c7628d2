import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startNameServer } from '@nabij/adapters/egress/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBox, startBox, temporaryRoot } from '../support/box.ts'
import { nabij } from '../support/nabij.ts'

const table =
  'When,Who,What,How much\n03/13/2026,Slack Technologies Limited,Team plan,8.75\n03/14/2026,J. Jansen,huur,900\n'
const zone: Record<string, string[]> = {
  'NS acme.nl': ['ns0.transip.net'],
  'MX acme.nl': ['10 acme-nl.mail.protection.outlook.com'],
  'TXT acme.nl': ['v=spf1 include:spf.hoster.example.com -all', 'planted-verification=s3cr3tt0k3n'],
  'TXT spf.hoster.example.com': ['v=spf1 include:servers.mcsv.net -all'],
}

/** With the data folder itself, and with a box that runs on it: the same command does the same. */
describe.each([false, true])('the register from a shell, with a running box: %s', { timeout: 300_000 }, (withBox) => {
  const { root, remove } = temporaryRoot()
  let box: RunningBox | null = null
  beforeAll(async () => {
    if (withBox) box = await startBox(root)
  })
  afterAll(async () => {
    await box?.stop()
    remove()
  })
  const run = (...words: string[]) => nabij(['register', ...words, '--data', root, '--lang', 'en'])
  const at = (name: string): string => join(root, name)

  it('reads a table of an unknown bank by the columns that are named, and remembers them', async () => {
    writeFileSync(at('card.csv'), table)
    const unsure = await run('scan', at('card.csv'))
    expect(unsure.code).toBe(2)
    expect(unsure.out).toContain('--mapping "date=When,amount=How much,name=Who,description=What,monthFirst"')
    const mapping = 'date=When,amount=4,name=Who,description=What,monthFirst,paidIsPlus,fixed=usd'
    const scanned = await run('scan', at('card.csv'), '--mapping', mapping, '--json')
    expect(scanned.json()).toMatchObject({ services: [{ id: 'slack', findings: [{ payment: { currency: 'USD' } }] }] })
    const wrong = await run('add', at('card.csv'), '--mapping', 'date=Who,amount=4,name=Who')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('line without date')
    expect((await run('add', at('card.csv'), '--mapping', 'date=Whenever,amount=4,name=2')).err).toContain('Whenever')
    expect((await run('add', at('card.csv'), '--mapping', 'day=1')).err).toContain('NABIJ_COMMAND_USE')
    const written = { date: 1, amount: 4, name: 2, monthFirst: true, paidIsPlus: true }
    writeFileSync(at('columns.json'), JSON.stringify(written))
    expect((await run('add', at('card.csv'), '--mapping', at('columns.json'))).out).toContain('1 findings')
    writeFileSync(at('april.csv'), table.replaceAll('03/', '04/'))
    expect((await run('add', at('april.csv'))).out).toContain('1 findings')
  })

  it('shows what it would ask of the DNS, and asks that after a yes', async () => {
    const server = await startNameServer((type, name) => zone[`${type} ${name}`] ?? 'NXDOMAIN')
    const named = ['dns', 'acme.nl', '--resolver', server.address]
    const unasked = await run(...named)
    expect(unasked.code).toBe(2)
    expect(unasked.err).toContain(`questions go to ${server.address}`)
    expect(server.asked).toEqual([])
    const { plan, answers } = (await run(...named, '--yes', '--json')).json<{
      plan: { questions: { type: string; name: string }[] }
      answers: object[]
    }>()
    const planned = plan.questions.map(({ type, name }) => `${type} ${name}`)
    const included = ['TXT servers.mcsv.net', 'TXT spf.hoster.example.com']
    expect([...new Set(server.asked)].sort()).toEqual([...planned, ...included].sort())
    for (const question of planned) expect(unasked.err.replaceAll(/ +/g, ' ')).toContain(question)
    expect(answers).toHaveLength(planned.length + included.length)
    const told = await run(...named, '--yes')
    expect(told.out).toMatch(/In the register: .*Microsoft 365/)
    await server.stop()
    const silent = await run(...named, '--yes')
    expect([silent.code, silent.err.includes('NABIJ_DNS_SILENT')]).toEqual([1, true])
  })

  it('takes decisions out and in; the second time nothing changes, and what differs is told', async () => {
    expect((await run('add', 'Kassa van Jan')).code).toBe(0)
    const rule = { words: 'zoom', productId: 'zoom', name: null, createdAt: 1 }
    const book = { format: 'nabij-rules', version: 1, rules: [rule], apart: [], names: [] }
    writeFileSync(at('in.json'), JSON.stringify(book))
    const preview = await run('rules', '--import', at('in.json'), '--preview', '--json')
    expect(preview.json()).toMatchObject({ rules: { added: 1 } })
    expect((await run('rules', '--import', at('in.json'))).out).toContain('1 added')
    expect((await run('rules', '--import', at('in.json'))).out).toContain('0 added, 1 there already')
    expect((await run('rules', '--export', at('out.json'))).code).toBe(0)
    expect(JSON.parse(readFileSync(at('out.json'), 'utf8'))).toEqual({ ...book, names: ['Kassa van Jan'] })
    writeFileSync(at('in.json'), JSON.stringify({ ...book, rules: [{ ...rule, productId: null }] }))
    const differs = await run('rules', '--import', at('in.json'))
    expect([differs.code, differs.out.includes('zoom: here zoom, in the file no software or cloud')]).toEqual([1, true])
    expect((await run('rules', '--import', at('in.json'), '--replace')).out).toContain('1 replaced')
    writeFileSync(at('in.json'), '{"format":"other"}')
    expect((await run('rules', '--import', at('in.json'))).err).toContain('NABIJ_COMMAND_FILE')
  })

  it('kept no line of the table, no token of the domain and no name of a person', () => {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(csv|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(1)
    for (const path of files) expect(readFileSync(path).toString('latin1')).not.toMatch(/J\. Jansen|huur|s3cr3tt0k3n/)
  })
})
