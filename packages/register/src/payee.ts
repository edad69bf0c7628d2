/** Whom a payment was for. */
export type Payee =
  | {
      name: string
      /** What else was said, without account numbers. */
      also: string
      /** The payment service that it went through. */
      through?: string
    }
  /** Nobody that can be named, and why. */
  | { hidden: string }

/** Firms that pass money on, by how they stand on statements. */
const services: readonly { name: string; of: RegExp }[] = [
  { name: 'PayPal', of: /\bpaypal\b/i },
  { name: 'Mollie', of: /\bmollie\b/i },
  { name: 'Adyen', of: /\badyen\b/i },
  { name: 'Stripe', of: /\bstripe\b/i },
  { name: 'Buckaroo', of: /\bbuckaroo\b/i },
  { name: 'Klarna', of: /\bklarna\b/i },
  { name: 'MultiSafepay', of: /\bmulti\s?safepay\b/i },
  { name: 'Pay.nl', of: /\bpay\.nl\b|\bpay\s?nl\b|\btinkerlist\b/i },
  { name: 'Worldline', of: /\bworldline\b|\bingenico\b|\bogone\b/i },
  { name: 'GoCardless', of: /\bgocardless\b/i },
  { name: 'Riverty', of: /\briverty\b|\bafterpay\b/i },
  { name: 'Billink', of: /\bbillink\b/i },
  { name: 'in3', of: /\bin3\b/i },
  { name: 'Checkout.com', of: /\bcheckout\.com\b|\bcheckout ltd\b/i },
  { name: 'Paddle', of: /\bpaddle(?:\.net|\.com)?\b/i },
  { name: 'FastSpring', of: /\bfastspring\b/i },
  { name: 'Digital River', of: /\bdigital\s?river\b/i },
]

/** Beginnings of card descriptors: `PAYPAL *DROPBOX`, `PADDLE.NET* X`, `BCK*X`. The rest is who was paid. */
const descriptors: readonly { name: string; of: RegExp }[] = [
  { name: 'PayPal', of: /^(?:paypal|pp)\s*\*\s*/i },
  { name: 'Paddle', of: /^paddle(?:\.net|\.com)?\s*\*\s*/i },
  { name: 'FastSpring', of: /^(?:fs|fsprg|fastspring)\s*\*\s*/i },
  { name: 'Lemon Squeezy', of: /^(?:lemsqzy|lemonsqueezy|lemon squeezy)\s*\*\s*/i },
  { name: 'Digital River', of: /^(?:dri|digital river)\s*\*\s*/i },
  { name: '2Checkout', of: /^(?:2co(?:\.com)?|2checkout|avangate)\s*\*\s*/i },
  { name: 'Stripe', of: /^stripe\s*\*\s*/i },
  { name: 'Klarna', of: /^klarna\s*\*\s*/i },
  { name: 'Mollie', of: /^(?:mol|mollie)\s*\*\s*/i },
  { name: 'Adyen', of: /^(?:ady|adyen)\s*\*\s*/i },
  { name: 'Buckaroo', of: /^(?:bck|buckaroo)\s*\*\s*/i },
  { name: 'SumUp', of: /^sumup\s*\*\s*/i },
  { name: 'Square', of: /^(?:sq|gosq\.com)\s*\*\s*/i },
  { name: 'Zettle', of: /^(?:iz|zettle_?)\s*\*\s*/i },
  { name: 'Shopify', of: /^sp\s*\*\s*/i },
  { name: 'CCV', of: /^ccv\s*\*\s*/i },
]

/** `Bol via Mollie`, `X by Buckaroo`: from a known service only. */
const via = /^(.{2,}?)[\s,]+(?:via|by|door|through|inzake|o\.?b\.?v\.?)\s+(?:stichting\s+|stg\.?\s+)?(.+)$/i
/** Where payment services say whose purchase it was. */
const purchase =
  /(?:(?:uw|je|jouw) (?:aankoop|bestelling|betaling) (?:bij|aan)|your (?:purchase|order|payment) (?:at|from|to)|ihr einkauf bei|votre achat chez|purchase (?:at|from)|aankoop bij|betaling aan|payment to|(?:webshop|winkel|merchant|begunstigde|verkoper)(?=\s*:))\s*:?\s*([^,;/\n]{2,80})/i
const ownBill =
  /\b(?:factuur|facturen|invoice|rechnung|fees?|kosten|transactiekosten|abonnement|subscription|commissie|service\s?kosten)\b/i
const pooled = /\b(?:stichting|stg\.?|foundation|derdengelden|custodian|escrow)\b/i
const iban = /\b[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b/g
const longest = 200

/**
 * Whom a payment was for: the name on the statement, or the payee behind a payment service or in a card descriptor. A
 * payment service that does not say whose money it passed on hides its payee: it is not the payment service's own price.
 */
export function payeeOf(name: string, description: string): Payee {
  const said = tidy(name)
  const also = tidy(description.replace(iban, ' ')).slice(0, 600)
  const shown = said === '' ? cardPayee(also) : (cardName(said) ?? said)
  if (shown === '') return { hidden: 'line without payee' }

  const card = descriptors.find(({ of }) => of.test(shown))
  if (card) {
    const rest = tidy(shown.replace(card.of, ''))
    return rest === '' ? { hidden: hiddenBy } : { name: rest.slice(0, longest), also, through: card.name }
  }
  const passed = via.exec(shown)
  const passer = passed && services.find(({ of }) => of.test(passed[2] ?? ''))
  if (passer) return { name: tidy(passed[1] ?? '').slice(0, longest), also, through: passer.name }

  const service = services.find(({ of }) => of.test(shown))
  if (!service || !isService(shown, service.of)) return { name: shown.slice(0, longest), also }
  const behind = behindService(also, service)
  if (behind !== '') return { name: behind.slice(0, longest), also, through: service.name }
  // Its own invoice comes from the firm, never from the foundation that holds other people's money.
  if (!pooled.test(shown) && (ownBill.test(also) || isOwnProduct(also, service)))
    return { name: shown.slice(0, longest), also }
  return { hidden: hiddenBy }
}

/** `Stripe Billing`, `Mollie`: it speaks of itself. Buyers' services put their name before everybody's order. */
function isOwnProduct(also: string, { name, of }: { name: string; of: RegExp }): boolean {
  return !/^(?:PayPal|Klarna|Riverty|Billink|in3)$/.test(name) && of.test(also) && !/\d/.test(also)
}

const hiddenBy = 'payee hidden behind a payment service'
const ofServices =
  /\b(?:stichting|stg|foundation|derdengelden|beheer|payments?|pay|europe|emea|international|technology|technologies|bank|custodian|limited|ltd|plc|gmbh|inc|llc|llp|group|holding|services?|finance|financial|sarl|s|c|a|r|l|et|cie|sca|ab|publ|b|n|v|bv|nv|sa|uc|uk|eu|us|nl|the|netherlands|nederland|dublin|luxembourg|amsterdam|com|net|online|transfer|third|party|de|ireland|se|market)\b/gi

/** Nothing but the service's name, its foundation and legal forms: `Stripe Makelaardij` is another firm. */
function isService(name: string, of: RegExp): boolean {
  const rest = name
    .replace(new RegExp(of.source, 'gi'), ' ')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(ofServices, ' ')
  return rest.trim() === ''
}

function behindService(also: string, { name, of }: { name: string; of: RegExp }): string {
  const bought = purchase.exec(also)
  if (bought) return cleaned(bought[1] ?? '', of)
  // `PP.1234.PP . SPOTIFY, Uw aankoop`, `1037/PAYPAL . DROPBOX`: after the dot stands who was paid.
  const dotted = name === 'PayPal' ? /\s\.\s?([\p{L}\d][^,;/]{1,60})/u.exec(also) : null
  if (dotted) return cleaned(dotted[1] ?? '', of)
  const starred = /(?:paypal|stripe|klarna)\s*\*\s*([^,;/]{2,60})/i.exec(also)
  if (starred) return cleaned(starred[1] ?? '', of)
  // Mollie, Adyen and Buckaroo put their numbers first and the shop after them.
  const words = also.split(/\s+/)
  let at = 0
  while (at < words.length && /\d/.test(words[at] ?? '') && !/^[\p{L}]+\d{0,3}$/u.test(words[at] ?? '')) at += 1
  if (at === 0) return ''
  const rest = words.slice(at).join(' ')
  return ownBill.test(rest) && !/\bb\.?v\.?\b|\.\w{2,}/i.test(rest) ? '' : cleaned(rest, of)
}

function cleaned(text: string, of: RegExp): string {
  const name = tidy(text.replace(/\b(?:kenmerk|omschrijving|ordernr|order|referentie|ref|factuur|invoice)\b.*$/i, ''))
  return /\p{L}{2}/u.test(name) && !isService(name, of) ? name : ''
}

/** `BEA, Betaalpas  ADOBE, DUBLIN,PAS123 NR:…`, `NR:XXX 21.05.11/12.54 SHOP CITY,PAS999`. */
function cardName(text: string): string | null {
  const found = cardText(text)
  return found === '' ? null : found
}

function cardText(text: string): string {
  const old = /^(?:BEA|GEA)\s+NR:\S+\s+[\d./:-]+\s+(.+?)(?:,\s?PAS\d+.*)?$/i.exec(text)
  if (old) return tidy(old[1] ?? '')
  const recent =
    /^(?:BEA|GEA|eCom),?\s+(?:Betaalpas|Apple Pay|Google Pay|Creditcard|Debit(?: card)?|Mastercard|Visa)\s+(.+?)(?:,\s?PAS\d+.*|\sNR:.*)?$/i.exec(
      text,
    )
  return recent ? tidy(recent[1] ?? '') : ''
}

/** The beginning of a description that has no name beside it. */
function cardPayee(also: string): string {
  const card = cardText(also)
  if (card !== '') return card
  const plain = also.replace(
    /^(?:iDEAL|betaalautomaat|pinbetaling|card payment|kaartbetaling|creditcard|aankoop)\s*:?\s+/i,
    '',
  )
  return tidy(plain).slice(0, 80)
}

function tidy(text: string): string {
  return (
    text
      // Statements have control characters in the middle of names.
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  )
}
