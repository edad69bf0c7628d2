import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const readers: [RegExp, 'bank' | 'books' | 'dns' | 'mail' | 'signon' | 'browser' | 'passwords' | 'cloud' | 'answer'][] =
  [
    [/^(bank|camt|mt940)/, 'bank'],
    [/^(books|xaf|ubl)/, 'books'],
    [/^dns/, 'dns'],
    [/^mail/, 'mail'],
    [/^(sign-on|entra|google|okta)/, 'signon'],
    [/^(bookmarks|browser|har|website)/, 'browser'],
    [/^password/, 'passwords'],
    [/^focus/, 'cloud'],
    [/^supplier-answer/, 'answer'],
  ]
const software =
  /lock|json|toml|requirements|python|gradle|maven|nuget|go-|gemfile|docker|compose|helm|kube|terraform|workflow|pipeline|env|hosting|spdx|cyclonedx|installed|repository/

const reasons: [
  RegExp,
  (
    | 'unknownVendor'
    | 'person'
    | 'trade'
    | 'noPayment'
    | 'received'
    | 'own'
    | 'tooMany'
    | 'rare'
    | 'secret'
    | 'unreadable'
    | 'noService'
    | 'unanswered'
    | 'brokenOff'
    | 'failed'
    | 'itself'
  ),
][] = [
  [/breaks off/, 'brokenOff'],
  [/that failed/, 'failed'],
  [/provider itself|managed identity/, 'itself'],
  [/no known vendor/, 'unknownVendor'],
  [/private person/, 'person'],
  [/another trade/, 'trade'],
  [/no payment/, 'noPayment'],
  [/money received/, 'received'],
  [/^line with/, 'unreadable'],
  [/^own |of our own|of the project/, 'own'],
  [/more than|too many|too large|more names|more packages/, 'tooMany'],
  [/too rarely/, 'rare'],
  [/secret/, 'secret'],
  [/cannot be read|damaged|another length|no line of|unknown kind/, 'unreadable'],
  [/answered with unknown/, 'unanswered'],
  [/no package|answers no question|without|no public|no type|no DNS|variable|directive|language/, 'noService'],
]

/** What a file is and why lines of it were passed over, in the reader's language. */
export function useEvidenceWords(): { readerName(id: string): string; reasonText(reason: string): string } {
  const { t } = useTranslation()
  const readerName = useCallback(
    (id: string) => {
      if (id === 'manual') return t('choices.evidence.byHand')
      const known = readers.find(([sign]) => sign.test(id))?.[1]
      if (known) return t(`choices.evidence.reader.${known}`)
      return software.test(id)
        ? t('choices.evidence.reader.software')
        : t('choices.evidence.reader.other', { reader: id })
    },
    [t],
  )
  const reasonText = useCallback(
    (reason: string) => {
      const known = reasons.find(([sign]) => sign.test(reason))?.[1]
      return known ? t(`choices.evidence.reason.${known}`) : t('choices.evidence.reason.other', { reason })
    },
    [t],
  )
  return { readerName, reasonText }
}
