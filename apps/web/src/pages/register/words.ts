import type { FactField, OwnView, Service } from '@nabij/base'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What a service costs in a year in euro cents: from proof, else as said by hand; null is unknown. */
export function yearly({ cost, notes }: Pick<Service, 'cost' | 'notes'>): number | null {
  if (cost && cost.currency === 'EUR') return cost.amountMinor
  return notes.costPerMonth === null ? null : notes.costPerMonth * 12
}

/** The country of who controls it in the end, as far as that is confirmed. */
export function controlledFrom({ vendor }: Pick<Service, 'vendor'>): string | null {
  const parent = vendor?.ultimateParent
  return parent?.status === 'confirmed' ? parent.country : null
}

/** Services' ids may hold a colon, which may stand in an address as it is. */
export function servicePath(id: string): string {
  return `/register/services/${encodeURIComponent(id).replaceAll('%3A', ':')}`
}

/** Whether this is what people here stated themselves, and it counts at present. */
export function isStated(own: OwnView | null | undefined, field: FactField): boolean {
  return own?.facts.some((fact) => fact.field === field && !own.idle.includes(field)) ?? false
}

/** An id as it stood in the address. */
export function idIn(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function vendorPath(id: string): string {
  return `/register/vendors/${encodeURIComponent(id)}`
}

export function useLanguage(): 'nl' | 'en' {
  const { i18n } = useTranslation()
  return i18n.resolvedLanguage === 'en' ? 'en' : 'nl'
}

/** The name of a country in the reader's language; unknown stays unknown. */
export function useCountry(): (code: string | null) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useMemo(() => new Intl.DisplayNames(language, { type: 'region' }), [language])
  return useCallback(
    (code) => {
      if (code === null || code === 'unknown') return t('common.unknown')
      try {
        return names.of(code) ?? code
      } catch {
        return code
      }
    },
    [names, t],
  )
}

/** Why a finding belongs to its service, in the reader's language. */
export function useWhy(): (why: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (why) => {
      const words = why.replace(/^[a-z-]+: /, '')
      if (words === 'said by hand') return t('service.why.hand')
      if (words === 'rule of your own') return t('service.why.rule')
      if (words === 'a mark in TXT') return t('service.why.txt')
      const [, only, payee, count = ''] =
        /^(?:only service of (.+) that was found|same payee of (.+) as what is paid for this): (\d+)$/.exec(words) ?? []
      if (only) return t('service.why.only', { vendor: only, count: Number(count) })
      if (payee) return t('service.why.payee', { vendor: payee, count: Number(count) })
      const [, sign, what] = /^(name|domain|publisher) (.+)$/.exec(words.replace(' in the description', '')) ?? []
      if (sign === 'name' || sign === 'domain' || sign === 'publisher')
        return t(`service.why.${sign}`, { what: what ?? '' })
      const [, mail, host] = /^(mail host|may send mail|DNS) (.+)$/.exec(words) ?? []
      if (host && mail === 'mail host') return t('service.why.mailHost', { what: host })
      if (host && mail === 'may send mail') return t('service.why.mailSender', { what: host })
      if (host) return t('service.why.dns', { what: host })
      const [, library] = /^package (?:pkg:[a-z]+\/)?(.+)$/.exec(words) ?? []
      if (library) return t('service.why.package', { what: library })
      return t('service.why.other', { what: words })
    },
    [t],
  )
}

/** Where in a file it stood, in the reader's language; a place that is a name stays as it is. */
export function useLocator(): (locator: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (locator) =>
      locator
        .replace(/\bline (\d+)/g, (_, n: string) => t('service.place.line', { n }))
        .replace(/\bentry (\d+)/g, (_, n: string) => t('service.place.entry', { n }))
        .replace(/\bcolumn (\d+)/g, (_, n: string) => t('service.place.column', { n }))
        .replace(/ and (\d+) more$/, (_, n: string) => t('service.place.more', { n }))
        .replace(/^layout of the file$/, () => t('service.place.layout')),
    [t],
  )
}

/** What a number field holds: it keeps "99.50" as text, so that the zero stays while it is typed. Empty is null. */
export function numberIn(value: number | string): number | null {
  if (typeof value === 'string' && value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** +18 %, with its sign. */
export function signed(text: string, share: number): string {
  return share > 0 ? `+${text}` : text
}
