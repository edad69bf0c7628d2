import { NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useLanguage } from '../../register/words.ts'

export interface AmountProps {
  label: string
  description?: string | undefined
  id?: string
  prefix?: string
  suffix?: string
  /** No part of one. */
  whole?: boolean
  most?: number
  /** A number as JavaScript writes it; empty is "not said". */
  value: string
  onChange: (value: string) => void
}

/** A number of nought or more, as the reader's language writes it. */
export function Amount({ whole = false, most = 1e12, onChange, ...rest }: AmountProps): ReactElement {
  const language = useLanguage()
  return (
    <NumberInput
      size="md"
      min={0}
      max={most}
      allowNegative={false}
      allowDecimal={!whole}
      decimalScale={whole ? 0 : 6}
      decimalSeparator={language === 'nl' ? ',' : '.'}
      thousandSeparator={language === 'nl' ? '.' : ','}
      hideControls
      inputMode={whole ? 'numeric' : 'decimal'}
      onChange={(value) => onChange(String(value))}
      {...rest}
    />
  )
}
