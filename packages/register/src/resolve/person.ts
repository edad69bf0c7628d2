const title = /^(?:dhr|mevr|mw|hr|fam|familie|drs|ir|ing|dr|mr|mrs|ms)\b\.?\s/i
const firm =
  /\b(?:b\.?\s?v|n\.?\s?v|s\.?a|v\.?o\.?f|u\.?c|inc|ltd|limited|llc|plc|corp|gmbh|ag|ab|as|oy|aps|sas|sarl)\b/i
const initialsFirst =
  /^[A-Z](?:\.?\s?[A-Z])*\.?\s(?:(?:van|de|der|den|ter|ten|te|'t)\s)*['A-Z][A-Za-z'-]+(?:\s[A-Z][A-Za-z'-]+)?$/
const initialsLast = /^(?:(?:van|de|der|den|ter|ten|te|'t)\s)*[A-Z][A-Za-z'-]+,?\s(?:[A-Z]\.?\s?){1,4}$/

/** True for a name written as a person's: a title, two account holders, initials before or after. */
export function isPerson(name: string): boolean {
  const text = name.trim()
  if (title.test(text) || /\b(?:e\/o|en\/of)\b/i.test(text)) return true
  return !firm.test(text) && (initialsFirst.test(text) || initialsLast.test(text))
}
