import { Button } from '@mantine/core'
import type { MoneyResult } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../parts/dialog.tsx'
import { useLanguage } from '../../register/words.ts'
import { FactOrigin } from './fact-origin.tsx'
import styles from './money.module.css'
import { useFactText, useFigureText } from './number-texts.ts'
import { StatusTag } from './status-tag.tsx'

interface FigureDialogProps {
  result: MoneyResult
  id: string
  /** Another figure, from which this one is made. */
  onOpen: (id: string) => void
  onClose: () => void
}

/** What a number is made of: its formula, the numbers behind it, and of each fact the source and the day. */
export function FigureDialog({ result, id, onOpen, onClose }: FigureDialogProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const figureText = useFigureText()
  const factText = useFactText()
  const figure = result.figures.find((one) => one.id === id)
  if (!figure) return <></>
  const figures = result.figures.filter((one) => figure.from.includes(one.id))
  const facts = result.facts.filter((one) => figure.from.includes(one.id))
  return (
    <Dialog opened title={figure.label[language]} onClose={onClose}>
      <div className={styles.behind}>
        <p>
          <b className={styles.large}>{figureText(figure)}</b> <StatusTag status={figure.status} />
        </p>
        <h3>{t('money.formula')}</h3>
        <p className={styles.formula}>{figure.formula[language]}</p>
        {figure.from.length > 0 && <h3>{t('money.madeOf')}</h3>}
        <ul className={styles.parts}>
          {figures.map((part) => (
            <li key={part.id}>
              <span>{part.label[language]}</span>
              <Button variant="default" size="compact-md" onClick={() => onOpen(part.id)}>
                {figureText(part)}
              </Button>
            </li>
          ))}
          {facts.map((fact) => (
            <li key={fact.id}>
              <span>{fact.label[language]}</span>
              <span>{factText(fact)}</span>
              <FactOrigin fact={fact} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
