import { Button, SegmentedControl } from '@mantine/core'
import type { OutputConfig } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../../api/cache.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { type OutputDraft, outputConfig } from './output-config.ts'
import { OutputFields } from './output-fields.tsx'
import styles from './setup-view.module.css'

const kinds = ['webhook', 'mqtt', 'relay'] as const

interface OutputFormProps {
  stationId: string
  /** `secret`: that of a webhook, which is shown this once. */
  onAdded: (secret: string | null) => void
  onClose: () => void
}

/** A new output: what kind, where to, and what it must hear of. */
export function OutputForm({ stationId, onAdded, onClose }: OutputFormProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const [draft, setDraft] = useState<OutputDraft>({
    kind: 'webhook',
    address: '',
    topic: '',
    method: 'GET',
    username: '',
    password: '',
    on: ['fail', 'alarm'],
  })
  const set = (part: Partial<OutputDraft>): void => setDraft({ ...draft, ...part })
  const add = useMutation({
    mutationFn: (config: OutputConfig) => api.addOutput(stationId, config),
    onSuccess: ({ secret }) => {
      void client.invalidateQueries({ queryKey: keys.outputs(api.base, stationId) })
      onAdded(secret)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate(outputConfig(draft))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <SegmentedControl
        fullWidth
        aria-label={t('setup.outputs.what')}
        value={draft.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`setup.outputs.kind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <p className="soft">{t(`setup.outputs.text.${draft.kind}`)}</p>
      <OutputFields draft={draft} set={set} />
      {add.error && <ProblemView error={add.error} />}
      <div className={styles.buttons}>
        <Button type="submit" size="md" loading={add.isPending} disabled={draft.on.length === 0}>
          {t('setup.outputs.save')}
        </Button>
        <Button variant="default" size="md" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
