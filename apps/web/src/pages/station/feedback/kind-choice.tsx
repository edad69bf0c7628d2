import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './feedback.module.css'

interface KindChoiceProps {
  kinds: string[]
  onChoose: (kind: string | null) => void
  onBack: () => void
}

/** The known kinds of defects as large buttons; it can be skipped, and taken back. */
export function KindChoice({ kinds, onChoose, onBack }: KindChoiceProps): ReactElement {
  const { t } = useTranslation()
  const [other, setOther] = useState<string | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onBack()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onBack])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChoose(other?.trim() || null)
  }
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('work.feedback.kindAsk')}</legend>
      {other === null ? (
        <div className={styles.kindButtons}>
          {kinds.map((kind) => (
            <UnstyledButton key={kind} className={styles.kind} onClick={() => onChoose(kind)}>
              {kind}
            </UnstyledButton>
          ))}
          <UnstyledButton className={styles.kind} onClick={() => setOther('')}>
            {t('work.feedback.kindOther')} …
          </UnstyledButton>
        </div>
      ) : (
        <form onSubmit={submit} className={styles.otherKind}>
          <TextInput
            size="lg"
            label={t('work.feedback.kindName')}
            value={other}
            maxLength={60}
            data-autofocus
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" size="lg">
            {t('work.feedback.kindSave')}
          </Button>
        </form>
      )}
      <div className={styles.choices}>
        <Button size="lg" variant="subtle" onClick={onBack}>
          {t('work.feedback.kindBack')}
        </Button>
        <Button size="lg" variant="default" onClick={() => onChoose(null)}>
          {t('work.feedback.kindSkip')}
        </Button>
      </div>
    </fieldset>
  )
}
