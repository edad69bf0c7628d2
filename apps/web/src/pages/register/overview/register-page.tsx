import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegister } from '../../../api/register-queries.ts'
import { useTitle } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { FirstPage } from '../first/first-page.tsx'
import { RegisterNav } from '../register-nav.tsx'
import { Actions } from './actions.tsx'
import { BelowFold } from './below-fold.tsx'
import { Lead } from './lead.tsx'
import styles from './overview.module.css'
import { Papers } from './papers.tsx'

/** Nothing yet: tick what you use. After that: euros first, one bar, one sentence, three next steps. */
export function RegisterPage(): ReactElement {
  const { t } = useTranslation()
  const { data: register, error, refetch } = useRegister()
  const [beganEmpty, setBeganEmpty] = useState(false)
  useTitle(t('register.title'))
  if (!register) return error ? <ProblemView error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  // Who is ticking is not torn away by the first tick.
  if (register.services.length === 0 && !beganEmpty) setBeganEmpty(true)
  if (beganEmpty || register.services.length === 0) return <FirstPage />
  return (
    <>
      <RegisterNav />
      <Lead register={register} />
      <section className={styles.next} aria-labelledby="next">
        <h2 id="next">{t('register.next')}</h2>
        <Actions register={register} />
      </section>
      <BelowFold register={register} />
      <Papers />
    </>
  )
}
