import { Button, Switch } from '@mantine/core'
import type { Output, Station } from '@nabij/base'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../../api/cache.ts'
import { useOutputs } from '../../../api/queries.ts'
import { useApi } from '../../../app/workspace.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { CopyText } from '../../../parts/copy-text.tsx'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { Reason } from '../../../parts/reason.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { EditOutput } from './edit-output.tsx'
import { OutputForm } from './output-form.tsx'
import styles from './setup-view.module.css'

/** Where this station sends what it finds: what waits, what went wrong, and a trial. */
export function Outputs({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { data, error } = useOutputs(station.id)
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const added = (made: string | null): void => {
    setAdding(false)
    setSecret(made)
  }
  return (
    <section className={styles.section} aria-labelledby="outputs">
      <h2 id="outputs">
        {t('setup.outputs.title')} <Hint text={t('setup.outputs.why')} />
      </h2>
      {error && <ProblemView error={error} />}
      {data?.length === 0 && !adding && <p className="soft">{t('setup.outputs.none')}</p>}
      {secret && (
        <div className={styles.form}>
          <p>{t('setup.outputs.secret')}</p>
          <CopyText text={secret} />
        </div>
      )}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((output) => (
            <OneOutput key={output.id} output={output} onSecret={setSecret} />
          ))}
        </ul>
      )}
      {adding ? (
        <OutputForm stationId={station.id} onAdded={added} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button variant="default" size="md" onClick={() => setAdding(true)}>
            {t('setup.outputs.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

function OneOutput({ output, onSecret }: { output: Output; onSecret: (secret: string) => void }): ReactElement {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  const api = useApi()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [editing, setEditing] = useState(false)
  const again = (): void => void client.invalidateQueries({ queryKey: keys.outputs(api.base, output.stationId) })
  const attempt = useMutation({
    mutationFn: () => api.tryOutput(output.id),
    onSuccess: () => say(t('setup.outputs.tried')),
  })
  const turn = useMutation({
    mutationFn: (enabled: boolean) => api.changeOutput(output.id, { enabled }),
    onSettled: again,
  })
  const remove = useMutation({ mutationFn: () => api.removeOutput(output.id), onSettled: again })
  const words = output.on.map((word) => t(`setup.outputs.on.${word}`)).join(', ')
  return (
    <li className={styles.item}>
      <span>
        <strong>{t(`setup.outputs.kind.${output.kind}`)}</strong>
        <span>
          {output.address}
          {output.topic && ` · ${output.topic}`}
        </span>
        <span className="soft small">{words}</span>
        <span className="soft small">
          {output.waiting > 0
            ? t('setup.outputs.waiting', {
                count: output.waiting,
                n: number(output.waiting),
                since: moment(output.waitingSince ?? output.createdAt),
              })
            : output.lastSentAt === null
              ? t('setup.outputs.never')
              : t('setup.outputs.sent', { moment: moment(output.lastSentAt) })}
        </span>
        {output.problem && (
          <span className={styles.problem}>
            <Reason code={output.problem} known={{ host: hostOf(output.address) }} />
          </span>
        )}
      </span>
      <span className={styles.buttons}>
        <Switch
          size="md"
          checked={output.enabled}
          disabled={turn.isPending}
          label={t('setup.outputs.enabled')}
          onChange={(event) => turn.mutate(event.currentTarget.checked)}
        />
        <Button variant="default" loading={attempt.isPending} onClick={() => attempt.mutate()}>
          {t('setup.outputs.try')}
        </Button>
        <Button variant="default" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t('setup.outputs.edit')}
        </Button>
        <Button variant="subtle" className={styles.remove} onClick={() => setAsking(true)}>
          {t('setup.outputs.remove')}
        </Button>
      </span>
      {editing && (
        <div className={styles.edit}>
          <EditOutput
            output={output}
            onDone={(secret) => {
              setEditing(false)
              if (secret !== null) onSecret(secret)
            }}
          />
        </div>
      )}
      {(attempt.error ?? turn.error ?? remove.error) && (
        <ProblemView error={attempt.error ?? turn.error ?? remove.error ?? new Error()} />
      )}
      <Confirm
        opened={asking}
        danger
        busy={remove.isPending}
        title={t('setup.outputs.removeTitle')}
        action={t('setup.outputs.remove')}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('setup.outputs.removeText', { address: output.address, n: number(output.waiting) })}</p>
      </Confirm>
    </li>
  )
}

/** What errors call the other side. */
function hostOf(address: string): string {
  return URL.parse(address)?.host || address
}
