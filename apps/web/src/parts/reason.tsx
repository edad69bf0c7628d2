import type { ErrorText } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../texts/i18n.ts'
import { ErrorCode } from './problem-view.tsx'

interface ReasonProps {
  code: string
  /** What is known of the error's parameters. */
  known?: Record<string, string>
}

/** A stored reason (an error code) in words. The catalogue is large and seldom needed: it is fetched when it is. */
export function Reason({ code, known = {} }: ReasonProps): ReactElement {
  useTranslation()
  const { data } = useQuery({ queryKey: ['error-catalogue'], queryFn: loadCatalogue, staleTime: Infinity })
  const text = data?.[code]?.[currentLanguage()]
  return (
    <span>
      {text && `${filled(text.title, known)}. ${filled(text.action, known)} `}
      <ErrorCode code={code} />
    </span>
  )
}

async function loadCatalogue(): Promise<Record<string, { nl: ErrorText; en: ErrorText }>> {
  const { errorCatalogue } = await import('./error-catalogue.ts')
  return errorCatalogue
}

/** The parameters of a stored reason were not stored with it: what nobody knows any more is left out at the end of a sentence, and open within it. */
function filled(text: string, known: Record<string, string>): string {
  const told = text.replace(/: \{(\w+)\}$/, (whole, name: string) => (name in known ? whole : ''))
  return told.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '…')
}
