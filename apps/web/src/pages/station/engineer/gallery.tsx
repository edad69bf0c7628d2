import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Photo } from '@nabij/base'
import { type ReactElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { usePhotos } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { SmallPicture } from '../../../parts/small-picture.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useChangePhoto } from '../../teach/change-photo.ts'
import { knownKinds } from '../feedback/word.ts'
import styles from './engineer-view.module.css'
import { filtered, filterOf, filters } from './photo-filter.ts'

const atOnce = 24

/** All labelled images of a station, by what they are; the choice stands in the address. */
export function Gallery({ stationId }: { stationId: string }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data: photos, error } = usePhotos(stationId)
  const [search, setSearch] = useSearchParams()
  const [many, setMany] = useState(atOnce)
  const filter = filterOf(search.get('images'))
  const kinds = knownKinds((photos ?? []).map(({ kind }) => kind))
  const shown = filtered(photos ?? [], filter)
  const options = [
    ...filters.map((value) => ({ value: value as string, label: t(`insight.images.${value}`) })),
    ...kinds.map((kind) => ({ value: `kind:${kind}`, label: kind })),
  ]
  const choose = (value: string): void => {
    const next = new URLSearchParams(search)
    next.set('images', value)
    setSearch(next, { replace: true })
    setMany(atOnce)
  }
  return (
    <section className={`${styles.section} ${styles.wide}`} aria-labelledby="images">
      <div className={styles.top}>
        <h2 id="images">{t('insight.images.title')}</h2>
        <span className="soft">
          {t('insight.images.of', { n: number(shown.length), all: number(photos?.length ?? 0) })}
        </span>
        <NativeSelect
          size="md"
          label={t('insight.images.filter')}
          value={filter}
          data={options}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </div>
      {error && <ProblemView error={error} />}
      {photos && shown.length === 0 && <p className="soft">{t('insight.images.none')}</p>}
      <ul className={styles.gallery} data-testid="gallery">
        {shown.slice(0, many).map((photo) => (
          <Image key={photo.id} photo={photo} kinds={kinds} />
        ))}
      </ul>
      {shown.length > many && (
        <Button variant="default" onClick={() => setMany(many + atOnce)}>
          {t('insight.images.more')}
        </Button>
      )}
    </section>
  )
}

function Image({ photo, kinds }: { photo: Photo; kinds: string[] }): ReactElement {
  const { t } = useTranslation()
  const { base } = useApi()
  const { change, error } = useChangePhoto()
  const { name, label, kind, leftOut } = photo
  const turn = async (): Promise<void> => {
    await change(photo, { leftOut: !leftOut })
    say(t('insight.images.changed', { name }), {
      undo: () => void change(photo, { leftOut }).catch(() => undefined),
    })
  }
  const setKind = async (next: string | null): Promise<void> => {
    if (next === kind) return
    await change(photo, { kind: next })
    say(t('insight.images.changed', { name }), { undo: () => void change(photo, { kind }).catch(() => undefined) })
  }
  return (
    <li className={styles.image} data-label={label} data-out={leftOut}>
      <span className={styles.thumb}>
        <SmallPicture address={`${base}/photos/${photo.id}/thumb`} name="" />
      </span>
      <strong>{name}</strong>
      <span>
        {t(`insight.images.${label}`)}
        {kind && `: ${kind}`}
        {leftOut && ` · ${t('insight.images.left-out')}`}
      </span>
      {label === 'bad' && (
        <KindField
          key={kind ?? ''}
          label={t('insight.images.kindOf', { name })}
          kind={kind}
          kinds={kinds}
          onSet={(next) => void setKind(next).catch(() => undefined)}
        />
      )}
      <Button size="xs" variant="subtle" onClick={() => void turn().catch(() => undefined)}>
        {t(leftOut ? 'insight.images.putBack' : 'insight.images.leaveOut')}
      </Button>
      {error && <ProblemView error={error} />}
    </li>
  )
}

interface KindFieldProps {
  label: string
  kind: string | null
  kinds: string[]
  onSet: (kind: string | null) => void
}

/** The kind of defect in a person's own word, with those that are known here to choose from; kept on leaving or Enter. */
function KindField({ label, kind, kinds, onSet }: KindFieldProps): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(kind ?? '')
  const list = useId()
  const keep = (): void => onSet(draft.trim() || null)
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={t('insight.images.kind')}
        value={draft}
        maxLength={60}
        list={list}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <datalist id={list}>
        {kinds.map((known) => (
          <option key={known}>{known}</option>
        ))}
      </datalist>
    </>
  )
}
