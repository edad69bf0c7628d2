import type { ErrorText } from '@nabij/base'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../texts/i18n.ts'
import { ErrorCode } from './problem-view.tsx'

/** A stored reason (an error code) in words. The catalogue is large and seldom needed: it is fetched when it is. */
export function Reason({ code }: { code: string }): ReactElement {
  useTranslation()
  const { data } = useQuery({ queryKey: ['error-catalogue'], queryFn: loadCatalogue, staleTime: Infinity })
  const text = data?.[code]?.[currentLanguage()]
  return (
    <span>
      {text && `${withoutGaps(text.title)}. ${withoutGaps(text.action)} `}
      <ErrorCode code={code} />
    </span>
  )
}

async function loadCatalogue(): Promise<Record<string, { nl: ErrorText; en: ErrorText }>> {
  const { errorCatalogue } = await import('./error-catalogue.ts')
  return errorCatalogue
}

/** The parameters of a stored reason were not stored with it. */
function withoutGaps(text: string): string {
  return text.replace(/\{\w+\}/g, '…')
}
