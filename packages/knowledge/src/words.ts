/** The words of a name, lower case and without accents; legal forms in one piece: `Slack & Zn. B.V.` → slack, &, zn, bv. */
export function wordsOf(text: string): string[] {
  return gathered(plain(text)).match(/[a-z0-9]+|&/g) ?? []
}

function gathered(text: string): string {
  return text
    .replace(/\bs\.?\s?a\.?\s?r\.?\s?l\b\.?/g, ' sarl ')
    .replace(/\b([bn])\.?\s?v\b\.?/g, ' $1v ')
    .replace(/\b(?:[a-z]\.){2,}/g, (letters) => ` ${letters.replaceAll('.', '')} `)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
