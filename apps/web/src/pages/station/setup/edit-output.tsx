import { Button, Checkbox } from '@mantine/core'
import type { Output } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../../api/cache.ts'
import type { OutputChange } from '../../../api/client.ts'
import { useApi } from '../../../app/workspace.ts'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { draftOfOutput, newSecret, type OutputDraft, outputChange } from './output-config.ts'
import { OutputFields } from './output-fields.tsx'
import styles from './setup-view.module.css'

interface EditOutputProps {
  output: Output
  /** `secret`: the new one of a webhook, which is shown this once. */
  onDone: (secret: string | null) => void
}

/** Another address, another topic, other words. What waits goes to the new place; what can be seen can be undone. */
export function EditOutput({ output, onDone }: EditOutputProps): ReactElement {
  const { t } = useTranslation()
  const api = useApi()
  const client = useQueryClient()
  const [draft, setDraft] = useState<OutputDraft>(draftOfOutput(output))
  const [fresh, setFresh] = useState(false)
  const change = useMutation({
    mutationFn: (wanted: OutputChange) => api.changeOutput(output.id, wanted),
    onSettled: () => client.invalidateQueries({ queryKey: keys.outputs(api.base, output.stationId) }),
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const secret = fresh ? newSecret() : null
    const wanted = outputChange(output, draft, secret)
    if (Object.keys(wanted).length > 0) {
      await change.mutateAsync(wanted)
      const { address, topic, on } = output
      const before: OutputChange = {
        ...(wanted.address === undefined ? {} : { address }),
        ...(wanted.topic === undefined || topic === null ? {} : { topic }),
        ...(wanted.on === undefined ? {} : { on }),
      }
      // A password that was replaced is known nowhere any more, and does not come back with the old address.
      const whole = Object.keys(before).length === Object.keys(wanted).length && output.kind !== 'mqtt'
      say(t('setup.outputs.changed'), whole ? { undo: () => change.mutate(before) } : {})
    }
    onDone(secret)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <OutputFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} known />
      {output.kind === 'webhook' && (
        <Checkbox
          size="md"
          label={t('setup.outputs.fresh')}
          checked={fresh}
          onChange={(event) => setFresh(event.currentTarget.checked)}
        />
      )}
      {output.waiting > 0 && <p className="soft">{t('setup.outputs.follow')}</p>}
      {change.error && <ProblemView error={change.error} />}
      <div className={styles.buttons}>
        <Button type="submit" size="md" loading={change.isPending} disabled={draft.on.length === 0}>
          {t('setup.outputs.keep')}
        </Button>
        <Button variant="default" size="md" onClick={() => onDone(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
