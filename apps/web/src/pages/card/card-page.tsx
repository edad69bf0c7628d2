import { Button, Skeleton } from '@mantine/core'
import type { Photo, Recipe, Station } from '@nabij/base'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhotos, useStation } from '../../api/queries.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemView } from '../../parts/problem-view.tsx'
import { outOfHundred } from '../../parts/promise-bar.tsx'
import { useFormats } from '../../texts/format.ts'
import { AbsentPage } from '../absent-page.tsx'
import { useToday } from '../station/setup/day.ts'
import styles from './card-page.module.css'
import { InPractice } from './in-practice.tsx'

/** The AI card of a station, to print: what it is for, what it learned from, how often it is wrong, and who watches. */
export function CardPage({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { station, absent, error } = useStation(stationId)
  const { data: photos } = usePhotos(stationId)
  if (absent) return <AbsentPage />
  if (error) return <ProblemView error={error} />
  return (
    <>
      <PageHead title={t('card.title', { station: station?.name ?? '' })}>
        <span className={styles.actions} data-print="no">
          <LinkButton to={`/stations/${stationId}/setup`} variant="default" size="md">
            {t('card.change')}
          </LinkButton>
          <Button size="md" onClick={() => window.print()}>
            {t('card.print')}
          </Button>
        </span>
      </PageHead>
      {station ? <Card station={station} photos={photos ?? null} /> : <Skeleton height={480} />}
    </>
  )
}

function Card({ station, photos }: { station: Station; photos: Photo[] | null }): ReactElement {
  const { t } = useTranslation()
  const { date } = useFormats()
  const { card } = station.settings
  const { from: today } = useToday()
  const said = (text: string): ReactNode => (text.trim() === '' ? <em>{t('card.unsaid')}</em> : text)
  return (
    <article className={styles.card}>
      <dl className={styles.facts}>
        <Fact name={t('card.purpose')}>{said(card.purpose)}</Fact>
        <Fact name={t('card.responsible')}>{said(card.responsible)}</Fact>
        <Fact name={t('card.oversight')}>
          {said(card.oversight)}
          <br />
          {t('card.oversightAlways')}
        </Fact>
        <Fact name={t('card.photos')}>{photos ? <Photos photos={photos} /> : t('common.loading')}</Fact>
        <Fact name={t('card.promise')}>
          {station.recipe ? <Errors recipe={station.recipe} /> : <em>{t('card.untaught')}</em>}
        </Fact>
        <Fact name={t('card.practice')}>
          <InPractice stationId={station.id} />
        </Fact>
        <Fact name={t('card.blind')}>{t('card.blindText')}</Fact>
        <Fact name={t('card.safety')}>
          <strong>{t('card.safetyText')}</strong>
        </Fact>
        <Fact name={t('card.data')}>{t('card.dataText')}</Fact>
        {station.recipe && (
          <Fact name={t('card.technique')}>
            {t('card.techniqueText', {
              version: station.recipe.version,
              date: date(station.recipe.createdAt),
              model: station.recipe.facts.model.name,
            })}
            <br />
            <code className={styles.hash}>sha256 {station.recipe.sha256}</code>
          </Fact>
        )}
      </dl>
      <p className="soft small">{t('card.made', { date: date(today) })}</p>
    </article>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Photos({ photos }: { photos: Photo[] }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const used = photos.filter(({ leftOut }) => !leftOut)
  const count = (label: Photo['label']): string => number(used.filter((photo) => photo.label === label).length)
  const kinds = [
    ...Map.groupBy(
      used.filter(({ kind }) => kind !== null),
      ({ kind }) => kind ?? '',
    ),
  ]
  return (
    <>
      {t('card.photosText', { good: count('good'), bad: count('bad'), out: number(photos.length - used.length) })}
      {kinds.length > 0 && (
        <>
          <br />
          {kinds.map(([kind, some]) => `${kind} ${number(some.length)}`).join(' · ')}
        </>
      )}
    </>
  )
}

function Errors({ recipe: { facts } }: { recipe: Recipe }): ReactElement {
  const { t } = useTranslation()
  const { percent } = useFormats()
  const { promise, errors } = facts
  const rate = ({ value, low, high }: { value: number; low: number; high: number }) => ({
    value: percent(value),
    low: percent(low),
    high: percent(high),
  })
  return (
    <>
      {promise
        ? t('teach.promise.sentence', {
            count: facts.photos,
            parts: outOfHundred(promise.atMost),
            sure: percent(promise.confidence),
          })
        : t('teach.promise.unknown', { count: facts.photos })}
      <br />
      {errors ? (
        <>
          {t('card.misses', rate(errors.misses))}
          <br />
          {t('card.falseAlarms', rate(errors.falseAlarms))}
        </>
      ) : (
        t('card.unmeasured')
      )}
    </>
  )
}
