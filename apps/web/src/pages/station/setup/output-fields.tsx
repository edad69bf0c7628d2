import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import type { Output } from '@nabij/base'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { methods, type OutputDraft } from './output-config.ts'
import styles from './setup-view.module.css'

const words = ['pass', 'fail', 'unsure', 'alarm'] as const satisfies Output['on']

interface OutputFieldsProps {
  draft: OutputDraft
  set: (part: Partial<OutputDraft>) => void
  /** The output is there already: a name and password that stay empty stay as they are. */
  known?: boolean
}

/** Where to, under what name, and what it must hear of. */
export function OutputFields({ draft, set, known = false }: OutputFieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        required
        size="md"
        label={t('setup.outputs.address')}
        placeholder={draft.kind === 'mqtt' ? 'mqtt://192.168.1.20:1883' : 'http://192.168.1.20/'}
        value={draft.address}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      {draft.kind === 'relay' && !known && (
        <NativeSelect
          size="md"
          label={t('setup.outputs.method')}
          value={draft.method}
          data={[...methods]}
          onChange={(event) => set({ method: methods.find((one) => one === event.currentTarget.value) ?? 'GET' })}
        />
      )}
      {draft.kind === 'mqtt' && (
        <>
          <TextInput
            required
            size="md"
            label={t('setup.outputs.topic')}
            placeholder="nabij/lijn-2"
            value={draft.topic}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ topic: event.currentTarget.value })}
          />
          {known && <p className="soft">{t('setup.outputs.stays')}</p>}
          <div className={styles.fields}>
            <TextInput
              size="md"
              label={t('setup.outputs.username')}
              value={draft.username}
              autoComplete="off"
              onChange={(event) => set({ username: event.currentTarget.value })}
            />
            <PasswordInput
              size="md"
              label={t('setup.outputs.password')}
              value={draft.password}
              autoComplete="new-password"
              onChange={(event) => set({ password: event.currentTarget.value })}
            />
          </div>
        </>
      )}
      <Checkbox.Group
        label={t('setup.outputs.when')}
        value={draft.on}
        onChange={(on) => set({ on: words.filter((word) => on.includes(word)) })}
      >
        <div className={styles.fields}>
          {words.map((word) => (
            <Checkbox key={word} size="md" value={word} label={t(`setup.outputs.on.${word}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}
