import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRegisterApi, useRegisterKey } from '../../../api/register-queries.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useSlash } from '../use-slash.ts'
import styles from './first.module.css'

const shown = 8
const pause = 150

/** Search in what is known; what nobody knows can be written down by its name, and its origin stays unknown. */
export function FindService(): ReactElement {
  const { t } = useTranslation()
  const api = useRegisterApi()
  const [text, setText] = useState('')
  const field = useSlash()
  const words = text.trim()
  const [asked] = useDebouncedValue(words, pause)
  const { data } = useQuery({
    queryKey: useRegisterKey('search', asked),
    queryFn: () => api.search(asked),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  const remove = useChange((calls, id: string) => calls.untick(id))
  const add = useChange(
    (calls, what: { productId: string; name?: never } | { name: string }) => calls.tick(what),
    ({ id, name }) => {
      setText('')
      say(t('register.first.added', { name }), { undo: () => remove.mutate(id) })
    },
  )
  const products = words === '' ? [] : (data?.products.slice(0, shown) ?? [])
  const isListed = products.some(({ name }) => name.toLocaleLowerCase() === words.toLocaleLowerCase())
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = products
        if (words === '' || add.isPending) return
        add.mutate(first && isListed ? { productId: first.id } : { name: words })
      }}
    >
      <TextInput
        ref={field}
        type="search"
        size="md"
        label={t('register.first.search')}
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {words !== '' && (
        <ul className={styles.found}>
          {products.map(({ id, name, kind, vendor }) => (
            <li key={id}>
              <button type="button" className={styles.hit} onClick={() => add.mutate({ productId: id })}>
                <strong>{name}</strong>
                <span className="soft">
                  {vendor.name}, {t(`register.kind.${kind}`)}
                </span>
              </button>
            </li>
          ))}
          {!isListed && (
            <li className={styles.own}>
              {products.length === 0 && data && <p>{t('register.first.noneFound')}</p>}
              <Button type="submit" variant="default" loading={add.isPending}>
                {t('register.first.add', { name: words })}
              </Button>
              <p className="soft small">{t('register.first.ownName')}</p>
            </li>
          )}
        </ul>
      )}
      {add.error && <ProblemView error={add.error} />}
    </form>
  )
}
