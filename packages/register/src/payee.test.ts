import { expect, test } from 'vitest'
import { payeeOf } from './payee.ts'

function named(name: string, description = ''): string {
  const payee = payeeOf(name, description)
  return 'hidden' in payee ? `hidden: ${payee.hidden}` : [payee.name, payee.through].filter(Boolean).join(' < ')
}

test.each([
  [
    'PayPal (Europe) S.a.r.l. et Cie, S.C.A.',
    '1034567890123/PP.1234.PP . SPOTIFY, Uw aankoop bij SPOTIFY',
    'SPOTIFY < PayPal',
  ],
  ['PayPal Europe', '1034/PAYPAL . DROPBOX', 'DROPBOX < PayPal'],
  ['PAYPAL *FIGMA 35314369001', '', 'FIGMA 35314369001 < PayPal'],
  ['Bol.com via Mollie', 'M123', 'Bol.com < Mollie'],
  ['Coolblue B.V. via Stichting Mollie Payments', '', 'Coolblue B.V. < Mollie'],
  [
    'Stichting Mollie Payments',
    'M10021454M12JU3Z 0050001631430920 SnelStart Software B.V.',
    'SnelStart Software B.V. < Mollie',
  ],
  ['STG Buckaroo', '7100000001 0050002 Voorbeeld Webshop B.V.', 'Voorbeeld Webshop B.V. < Buckaroo'],
  ['PADDLE.NET* SKETCH', '', 'SKETCH < Paddle'],
  ['BCK*Voorbeeld', '', 'Voorbeeld < Buckaroo'],
  ['OPENAI *CHATGPT SUBSCR', '', 'OPENAI *CHATGPT SUBSCR'],
  ['Klarna Bank AB', 'Your purchase at Voorbeeld, order 12', 'Voorbeeld < Klarna'],
])('Behind %s (%s) is %s', (name, description, expected) => {
  expect(named(name, description)).toBe(expected)
})

test('A payment service that does not say whose money it passed on is not what was bought', () => {
  for (const name of [
    'PayPal (Europe) S.a.r.l.',
    'Adyen N.V.',
    'Stichting Mollie Payments',
    'Stripe Payments Europe',
    'Klarna Bank AB',
  ])
    expect(named(name, '0050001234567890')).toBe('hidden: payee hidden behind a payment service')
})

test('Its own invoice is', () => {
  expect(named('Mollie B.V.', 'Factuur MOL-2026-1182')).toBe('Mollie B.V.')
  expect(named('Stripe Technology Europe Ltd', 'Stripe Billing')).toBe('Stripe Technology Europe Ltd')
  expect(named('Stichting Mollie Payments', 'M12 Factuur 5')).toMatch(/^hidden/)
})

test('A firm with a payment service’s name and another trade is itself', () => {
  expect(named('Stripe Makelaardij', 'courtage')).toBe('Stripe Makelaardij')
  expect(named('Adyen Bakkerij', '')).toBe('Adyen Bakkerij')
})

test('Card descriptions of Dutch banks', () => {
  expect(named('', 'BEA, Betaalpas                  ADOBE SYSTEMS, DUBLIN,PAS123 NR:X1, 01.02.26/10:00')).toBe(
    'ADOBE SYSTEMS, DUBLIN',
  )
  expect(named('', 'BEA   NR:XXX1234   21.05.11/12.54 MYCOM DEN HAAG,PAS999')).toBe('MYCOM DEN HAAG')
})

test('Account numbers are left out, and a hostile description ends', () => {
  const payee = payeeOf('Moneybird', 'Van NL91ABNA0417164300 abonnement')
  expect(JSON.stringify(payee)).not.toContain('0417164300')
  for (const part of ['a via ', 'PP . ', 'NR:1 ', ' * ', '1 ', 'M1M ']) {
    expect(named('Mollie', part.repeat(5000))).toBeTypeOf('string')
    expect(named(part.repeat(3000), part.repeat(3000))).toBeTypeOf('string')
  }
})
