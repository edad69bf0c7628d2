import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { subProcessors } from './index.ts'

const page = `<!doctype html><html><head><title>Sub-processors | Voorbeeld Cloud</title><script>var x = '<tr><td>Evil'</script></head><body>
<nav><ul><li><a href="/">Google</a></li><li>LinkedIn</li></ul></nav><h1>Sub-processors</h1><p>Our sub-processors are:</p>
<table><thead><tr><th>Sub-processor</th><th>Purpose</th><th>Location</th></tr></thead>
<tbody><tr><td><a href="https://aws.amazon.com/x">Amazon Web Services EMEA&nbsp;SARL</a></td><td>Hosting</td><td>Luxembourg</td></tr>
<tr><td>Cloudflare, Inc.</td><td>CDN &amp; DNS</td><td>United States</td></tr>
<tr><td>Contact jan.devries@voorbeeld.nl</td><td></td><td></td></tr></tbody></table>`

test('reads a page with a table: who, where, whose', async () => {
  expect(sureness(subProcessors, page)).toBeGreaterThan(0.8)
  const { traces, ignored } = await readWith(subProcessors, page)
  expect(traces.map(({ name, location, of, kind }) => [kind, name, location, of])).toEqual([
    ['sub-processor', 'Amazon Web Services EMEA SARL', 'Luxembourg', 'Voorbeeld Cloud'],
    ['sub-processor', 'Cloudflare, Inc.', 'United States', 'Voorbeeld Cloud'],
  ])
  expect(ignored).toEqual({ 'not a name': 1 })
})

test('reads a table and a text', async () => {
  const csv = 'Subverwerker;Doel;Land\n"Mollie B.V.";Betalingen;Nederland\nTwilio Inc.;SMS;Verenigde Staten\n'
  expect(sureness(subProcessors, csv)).toBeGreaterThan(0.8)
  const table = await readWith(subProcessors, csv, { name: 'Moneybird-subverwerkers.csv' })
  expect(table.traces.map(({ name, location, of }) => [name, location, of])).toEqual([
    ['Mollie B.V.', 'Nederland', 'Moneybird'],
    ['Twilio Inc.', 'Verenigde Staten', 'Moneybird'],
  ])
  const text =
    'Lijst van subverwerkers van Voorbeeld\n\n- Microsoft Ireland (Ierland): hosting\n* Mailgun – e-mail\nDit is een zin over subverwerkers.\n'
  expect(sureness(subProcessors, text)).toBeGreaterThan(0.5)
  const list = await readWith(subProcessors, text, { name: 'x.txt' })
  expect(list.traces.map(({ name, location = '' }) => `${name} ${location}`)).toEqual([
    'Microsoft Ireland Ierland',
    'Mailgun ',
  ])
})

test('reads a list on a page, and not its menu', async () => {
  const list = `<!doctype html><title>Voorbeeld</title><ul><li>Facebook</li></ul><h2>Our sub-processors</h2><p>sub-processors, subprocessors</p>
<ul><li><b>Stripe Payments Europe</b> (Ireland) – payments</li><li>Hetzner Online GmbH: hosting</li></ul>`
  expect(sureness(subProcessors, list)).toBeGreaterThan(0.8)
  const { traces } = await readWith(subProcessors, list)
  expect(traces.map(({ name, location = '', of }) => `${name} | ${location} | ${of}`)).toEqual([
    'Stripe Payments Europe | Ireland | Voorbeeld',
    'Hetzner Online GmbH |  | Voorbeeld',
  ])
})

test('leaves other files alone, and a list without names is refused', async () => {
  expect(sureness(subProcessors, 'Naam;Bedrag\nA;1\n')).toBe(0)
  expect(sureness(subProcessors, '<!doctype html><html><body>Welkom</body></html>')).toBe(0)
  await expect(readWith(subProcessors, '<html>sub-processors')).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_UNREADABLE',
  })
  const odd = `<html>sub-processors sub-processors ${'<tr><td'.repeat(50_000)}`
  await readWith(subProcessors, odd).catch((error: unknown) => expect(error).toHaveProperty('code'))
})
