/** Who collects for others: behind these names stands somebody else. Their own bills have their own name. */
const collectors = [
  /^(?:stichting|stg\.?)\s+(?:derdengelden\s+)?(?:mollie|adyen|buckaroo|multisafepay|multi safepay|pay\.nl|payvision|icepay|ccv|klarna|sisow|worldline|online betaalplatform|online payment platform|pay)\b/i,
  /^(?:mollie payments|stg mollie|adyen client|buckaroo stichting|paypal|sofort|giropay|worldline|klarna (?:bank|payments)|riverty|afterpay|in3|billink|tikkie)/i,
]

/** Before the star of a card payment: who processes it. */
const processors =
  /^(?:paypal|pp|sq|sumup|zettle|iz|izettle|ztl|ccv|bck|mollie|stripe|str|sp|lsp|wl|pay|klarna|tst|adyen)\s?\*\s?/i

/** The real payee behind a collector or a card terminal, and the other words. */
export function payeeOf(name: string, description: string): { name: string; also: string } {
  const told = tidy(description)
  const named = tidy(name).replace(processors, '')
  if (named !== '' && named !== tidy(name)) return { name: named, also: told }
  if (named === '') return { name: fromCard(told) ?? told.slice(0, 70), also: told }
  if (!collectors.some((collector) => collector.test(named))) return { name: named, also: told }
  return { name: behind(told) ?? told.slice(0, 70), also: told }
}

/** As collectors write it: `… Uw aankoop bij Spotify AB`, `1043567 Webwinkel BV bestelling 12`. */
function behind(description: string): string | null {
  const bought =
    /(?:aankoop bij|purchase (?:at|from)|betaling aan|payment to|inzake|namens|via \w+ voor)\s+(.{2,70}?)(?:,|;|\s{2}|$)/i.exec(
      description,
    )
  if (bought?.[1]) return bought[1].trim()
  const rest = description
    .replace(/\b(?=\w*\d)\w{5,}\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return rest === '' ? null : rest.slice(0, 70)
}

/** `BEA, Betaalpas ADOBE *CREATIVE,PAS012 NR:…` → ADOBE *CREATIVE. */
function fromCard(description: string): string | null {
  const card =
    /(?:BEA|eCom|Betaalpas|Apple Pay|Google Pay|Betaalautomaat)[,:]?\s+(?:Betaalpas|Apple Pay|Google Pay)?\s*(.{2,60}?),?\s*PAS\s?\d/i.exec(
      description,
    )
  return card?.[1]?.trim().replace(processors, '') ?? null
}

function tidy(text: string): string {
  return text
    .replace(/\b[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
