import type { ServiceKind } from '@nabij/base'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isTyping } from '../../../app/keyboard.tsx'
import { useFormats } from '../../../texts/format.ts'
import { OriginMark } from '../origin-mark.tsx'
import { servicePath, signed, useCountry, yearly } from '../words.ts'
import styles from './list.module.css'
import { type Grouping, type ListRow, nowhere } from './list-rows.ts'
import { useNarrow, useWindowRows } from './use-window-rows.ts'

const wide = 64
const narrowHeight = 104

/** The list; of its rows only those on the screen exist. */
export function ServiceRows({ rows, group }: { rows: ListRow[]; group: Grouping }): ReactElement {
  const { t } = useTranslation()
  const height = useNarrow() ? narrowHeight : wide
  const { list, from, to, reveal } = useWindowRows(rows.length, height)
  const [active, setActive] = useState(-1)
  const wanted = useRef(false)

  useEffect(() => {
    if (!wanted.current) return
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${active}"] a`)
    if (!link) return
    wanted.current = false
    link.focus({ preventScroll: true })
  })

  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key]
      if (!step || isTyping(event) || document.querySelector('dialog[open]')) return
      const focused = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index']
      let next = (focused === undefined ? active : Number(focused)) + step
      while (rows[next]?.kind === 'group') next += step
      if (!rows[next]) return
      event.preventDefault()
      wanted.current = true
      reveal(next)
      setActive(next)
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [active, rows, reveal])

  return (
    <>
      <div className={`${styles.head} ${styles.row}`} aria-hidden="true">
        {(['service', 'owner', 'origin', 'proof', 'cost'] as const).map((name) => (
          <span key={name}>{t(`register.list.${name}`)}</span>
        ))}
      </div>
      <ul
        ref={list}
        aria-label={t('register.nav.list')}
        className={styles.body}
        style={{ height: rows.length * height }}
      >
        {rows.slice(from, to).map((row, place) => {
          const index = from + place
          const at = { top: index * height, height }
          return (
            <li
              key={`${row.kind} ${row.key}`}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-index={index}
              className={`${styles.row} ${styles.at}`}
              data-kind={row.kind}
              style={at}
            >
              {row.kind === 'group' ? <GroupRow row={row} group={group} /> : <ServiceRow row={row} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function GroupRow({ row, group }: { row: ListRow & { kind: 'group' }; group: Grouping }): ReactElement {
  const { t } = useTranslation()
  const { euros, number } = useFormats()
  const country = useCountry()
  const name = (): string => {
    if (row.key === nowhere && group === 'process') return t('register.list.noProcess')
    if (row.key === nowhere && group === 'law') return t('register.list.noLaw')
    if (row.key === nowhere) return t('register.below.unknownCountry')
    if (group === 'country') return country(row.key)
    if (group === 'kind') return t(`register.kind.${row.key as ServiceKind}`)
    return row.key
  }
  return (
    <>
      <strong className={styles.groupName}>{name()}</strong>
      <span className="soft">{t('register.list.count', { count: row.count, n: number(row.count) })}</span>
      <strong className={styles.cost}>{row.cost > 0 ? euros(row.cost) : ''}</strong>
    </>
  )
}

function ServiceRow({ row: { service } }: { row: ListRow & { kind: 'service' } }): ReactElement {
  const { t } = useTranslation()
  const { euros, number, percent } = useFormats()
  const country = useCountry()
  const { id, name, vendor, origin, confidence, findings, notes, priceChange } = service
  const parent = vendor?.ultimateParent
  const cents = yearly(service)
  return (
    <>
      <span className={styles.name}>
        <Link href={servicePath(id)}>{name}</Link>
        <span className={styles.sub}>
          {vendor?.name ?? t('service.noVendor')}
          {notes.crucial && <strong className={styles.crucial}>{t('register.list.crucial')}</strong>}
        </span>
      </span>
      <span className={styles.owner} data-status={parent?.status ?? 'unknown'}>
        {parent?.name ?? t('common.unknown')}
        {parent && (
          <span className={styles.sub}>
            {parent.status === 'confirmed' ? country(parent.country) : t(`register.status.${parent.status}`)}
            {parent.source?.own && ` · ${t('knowledge.own')}`}
          </span>
        )}
      </span>
      <span className={styles.origin}>
        <OriginMark origin={origin} />
      </span>
      <span className={styles.proof}>
        {t(`register.confidence.${confidence}`)}
        <span className={styles.sub}>
          {t('register.list.findings', { count: findings.length, n: number(findings.length) })}
        </span>
      </span>
      <span className={styles.cost}>
        {cents === null ? <span className="soft">{t('common.unknown')}</span> : euros(cents)}
        {priceChange && <span className={styles.sub}>{signed(percent(priceChange.share), priceChange.share)}</span>}
      </span>
    </>
  )
}
