const title = /^(?:dhr|mevr|mw|hr|fam|familie|drs|ir|ing|dr|mr|mrs|ms)\b\.?\s/i
const firm =
  /\b(?:b\.?\s?v|n\.?\s?v|s\.?a|v\.?o\.?f|u\.?c|inc|ltd|limited|llc|plc|corp|gmbh|ag|ab|as|oy|ou|aps|sas|sarl|se|sl|srl|spa|kg)\b\.?/i
/** `J.`, `J.P.`, `J P`, `JP`: more letters in a row are a word in capitals. */
const initials = String.raw`(?:(?:[A-Z]\.\s?){1,5}|(?:[A-Z]\s){1,4}|[A-Z]{1,2}\.?\s)`
const between = String.raw`(?:(?:van|de|der|den|ter|ten|te|'t|VAN|DE|DER|DEN|TER|TEN|TE)\s)*`
const initialsFirst = new RegExp(`^${initials}\\s?${between}['A-Z][A-Za-z'-]+(?:\\s[A-Z][A-Za-z'-]+)?$`)
const initialsLast = new RegExp(`^${between}[A-Z][A-Za-z'-]+,?\\s${initials}\\s?$`)

/** True for a name written as a person's: a title, two account holders, initials before or after. */
export function isPerson(name: string): boolean {
  const text = name.trim()
  if (title.test(text) || /\b(?:e\/o|en\/of)\b/i.test(text)) return true
  return !firm.test(text) && (initialsFirst.test(text) || initialsLast.test(`${text} `))
}

const titled = /(?:^|[\s([-])(?:dhr|mevr|mw|fam|familie)\b\.?\s/i
const initialled = /(?:^|[\s([-])(?:[A-Z]\.\s?){1,5}(?:(?:van|de|der|den|ter|ten|te|'t)\s)*[A-Z][a-z'-]+/

/** True for a text in which a person's name stands, written as one: `App van J. de Vries`. */
export function namesPerson(text: string): boolean {
  return isPerson(text) || titled.test(text) || initialled.test(text)
}
