import type { Language } from '@nabij/base'

/** The best of our languages for an Accept-Language header; Dutch when it names neither. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((word) => /^\s*q=([\d.]+)/.exec(word)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
  })
  const best = (language: Language): number =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.quality || 0))
  return best('en') > best('nl') ? 'en' : 'nl'
}
