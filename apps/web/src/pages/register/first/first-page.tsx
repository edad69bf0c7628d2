import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useAsked, useRegister } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Changing } from '../changing.tsx'
import registerStyles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { CostStep } from './cost-step.tsx'
import { FindService } from './find-service.tsx'
import styles from './first.module.css'
import { Tiles } from './tiles.tsx'

/** With empty hands: tick what you use, say what is vital and what it costs, and see the first figure. */
export function FirstPage(): ReactElement {
  const [params] = useSearchParams()
  return params.get('step') === 'cost' ? <CostStep /> : <TickStep />
}

function TickStep(): ReactElement {
  const { t } = useTranslation()
  const { data: groups, error, refetch } = useAsked(['tiles'], (api) => api.tiles())
  const { data: register } = useRegister()
  const count = register?.services.length ?? 0
  return (
    <>
      {count > 0 && <RegisterNav />}
      <PageHead title={t('register.first.title')} />
      <p className={registerStyles.text}>{t('register.first.text')}</p>
      <Changing>
        <FindService />
      </Changing>
      {error && !groups && <ProblemView error={error} onRetry={() => void refetch()} />}
      {!groups && !error && <PageSkeleton />}
      {groups && (
        <Changing>
          <Tiles groups={groups} />
        </Changing>
      )}
      <p className={styles.files}>
        <Link href="/register/evidence">{t('register.first.files')}</Link>
      </p>
      <div className={styles.foot} data-print="no">
        <output className={styles.count}>{t('register.first.ticked', { count })}</output>
        {count > 0 && (
          <LinkButton to="/register/tick?step=cost" size="md">
            {t('register.first.next')}
          </LinkButton>
        )}
      </div>
    </>
  )
}
