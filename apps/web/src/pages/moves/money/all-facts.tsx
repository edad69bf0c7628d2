import type { MoneyFact } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../register/words.ts'
import { FactOrigin } from './fact-origin.tsx'
import styles from './money.module.css'
import { useFactText } from './number-texts.ts'

/** Everything that the case rests on, in one list. */
export function AllFacts({ facts }: { facts: MoneyFact[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const factText = useFactText()
  return (
    <details className={styles.more}>
      <summary>{t('money.facts')}</summary>
      <ul className={styles.parts}>
        {facts.map((fact) => (
          <li key={fact.id}>
            <span>{fact.label[language]}</span>
            <span>{factText(fact)}</span>
            <FactOrigin fact={fact} />
          </li>
        ))}
      </ul>
    </details>
  )
}
