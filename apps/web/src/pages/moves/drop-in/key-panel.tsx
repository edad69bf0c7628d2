import { Button } from '@mantine/core'
import type { DialectFacts } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MadeRoute } from '../../../api/moves.ts'
import styles from './drop-in.module.css'
import { Given } from './given.tsx'
import { HowTo } from './how-to.tsx'

interface KeyPanelProps {
  made: MadeRoute
  dialect: DialectFacts
  /** Whether the key takes the place of one that there was. */
  renewed: boolean
  onClose: () => void
}

/** The key, the one time that it is shown, and all that the program needs beside it. */
export function KeyPanel({ made: { route, key }, dialect, renewed, onClose }: KeyPanelProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={styles.made} aria-labelledby="made" data-testid="made">
      <h2 id="made" tabIndex={-1} ref={takeFocus}>
        {t(renewed ? 'dropIn.renewed' : 'dropIn.made')}
      </h2>
      <p className={styles.once}>{t('dropIn.once')}</p>
      {'key' in key ? (
        <Given label={t('dropIn.key')} text={key.key} />
      ) : (
        <>
          <Given label={t('dropIn.accessKey')} text={key.accessKey} />
          <Given label={t('dropIn.secret')} text={key.secret} />
        </>
      )}
      <HowTo route={route} dialect={dialect} secret={key} />
      <output className="soft">
        {route.answered > 0
          ? t('dropIn.counts', { answered: route.answered, refused: route.refused })
          : t('dropIn.waiting')}
      </output>
      <div>
        <Button size="md" onClick={onClose}>
          {t('dropIn.done')}
        </Button>
      </div>
    </section>
  )
}

function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}
