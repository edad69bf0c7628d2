import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAsked, useRegister, useRegisterApi } from '../../../api/register-queries.ts'
import { LinkButton } from '../../../parts/link-button.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { PageSkeleton } from '../../../parts/page-skeleton.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { useFormats } from '../../../texts/format.ts'
import { Lead } from '../overview/lead.tsx'
import styles from '../register.module.css'
import { RegisterNav } from '../register-nav.tsx'
import { servicePath, useCountry, useLanguage } from '../words.ts'
import own from './choices.module.css'
import { ScrollX } from './scroll-x.tsx'

/** What a bank or a large customer asks of its suppliers, answered from the register; unknown says so. */
export function AnswersPage(): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const country = useCountry()
  const api = useRegisterApi()
  const language = useLanguage()
  const { data: register, error } = useRegister()
  const { data: settings } = useAsked(['settings'], (api) => api.settings())
  const [today] = useState(() => Date.now())
  const crucial = register?.services.filter(({ notes }) => notes.crucial === true) ?? []
  return (
    <>
      <RegisterNav />
      <PageHead title={t('choices.answers.title')}>
        <LinkButton to={api.customerCsv(language)} outside size="md" variant="default">
          {t('choices.answers.take')}
        </LinkButton>
        <Button size="md" onClick={() => print()}>
          {t('choices.answers.print')}
        </Button>
      </PageHead>
      <p className={styles.text} data-print="no">
        {t('choices.answers.text')}
      </p>
      {error && !register && <ProblemView error={error} />}
      {!register && !error && <PageSkeleton />}
      {register && (
        <div className={styles.stack}>
          <p>
            {t('choices.answers.company')}: <strong>{settings?.company ?? t('common.unknown')}</strong> ·{' '}
            {t('choices.answers.day')} {date(today)}
          </p>
          <section className={styles.panel} aria-labelledby="crucial">
            <h2 id="crucial">{t('choices.answers.crucial')}</h2>
            {crucial.length === 0 && <p>{t('choices.answers.noCrucial')}</p>}
            {crucial.length > 0 && (
              <ScrollX>
                <table className={own.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('register.list.service')}</th>
                      <th scope="col">{t('choices.answers.owner')}</th>
                      <th scope="col">{t('choices.answers.data')}</th>
                      <th scope="col">{t('choices.answers.where')}</th>
                      <th scope="col">{t('choices.answers.exit')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {crucial.map(({ id, name, vendor, notes, dataLocations }) => {
                      const parent = vendor?.ultimateParent
                      const isSure = parent?.status === 'confirmed'
                      return (
                        <tr key={id}>
                          <td>
                            <Link href={servicePath(id)}>{name}</Link>
                          </td>
                          <td>
                            {isSure ? `${parent.name} (${country(parent.country)})` : t('common.unknown')}
                            {isSure && parent.source?.own && `, ${t('knowledge.own')}`}
                          </td>
                          <td>
                            {notes.personalData
                              ? t(`service.notes.personals.${notes.personalData}`)
                              : t('common.unknown')}
                          </td>
                          <td>{dataLocations.join(', ') || t('common.unknown')}</td>
                          <td>{notes.contractEnd ? date(Date.parse(notes.contractEnd)) : t('common.unknown')}</td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </ScrollX>
            )}
          </section>
          <section aria-label={t('choices.answers.totals')}>
            {register.services.length > 0 && <Lead register={register} level={2} />}
          </section>
        </div>
      )}
    </>
  )
}
