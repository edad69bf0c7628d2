import { Button, NativeSelect, NumberInput } from '@mantine/core'
import type { Rule, Station } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../../../parts/hint.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useFormats } from '../../../texts/format.ts'
import { useStationChange } from '../station-change.ts'
import styles from './setup-view.module.css'

const words = ['fail', 'unsure', 'not-pass'] as const satisfies readonly Rule['verdict'][]

/** When the station raises the alarm: "three fails in a row". */
export function Rules({ station }: { station: Station }): ReactElement {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { rules } = station.settings
  const { change, error, busy } = useStationChange(station.id)
  const [verdict, setVerdict] = useState<Rule['verdict']>('fail')
  const [count, setCount] = useState(3)
  const [of, setOf] = useState(3)
  const save = async (next: Rule[], told: string): Promise<void> => {
    const before = rules
    await change({ settings: { rules: next } })
    say(told, { undo: () => void change({ settings: { rules: before } }) })
  }
  const sentence = (rule: Omit<Rule, 'id'>): string =>
    t(rule.count === rule.of ? 'setup.rules.row' : 'setup.rules.within', {
      what: t(`setup.rules.verdict.${rule.verdict}`),
      count: rule.count,
      n: number(rule.count),
      of: number(rule.of),
    })
  const wanted = { verdict, count, of: Math.max(count, of) }
  const add = (): void =>
    void save([...rules, { id: crypto.randomUUID(), ...wanted }], t('setup.rules.added')).catch(() => undefined)
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules">
        {t('setup.rules.title')} <Hint text={t('setup.rules.why')} />
      </h2>
      {rules.length === 0 && <p className="soft">{t('setup.rules.none')}</p>}
      {rules.length > 0 && (
        <ul className={styles.list}>
          {rules.map((rule) => (
            <li key={rule.id} className={styles.item}>
              <span>{sentence(rule)}</span>
              <Button
                variant="subtle"
                className={styles.remove}
                onClick={() =>
                  void save(
                    rules.filter(({ id }) => id !== rule.id),
                    t('setup.rules.removed'),
                  ).catch(() => undefined)
                }
              >
                {t('setup.rules.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.fields}>
        <NativeSelect
          size="md"
          label={t('setup.rules.what')}
          value={verdict}
          data={words.map((word) => ({ value: word, label: t(`setup.rules.verdict.${word}`) }))}
          onChange={(event) => setVerdict(words.find((word) => word === event.currentTarget.value) ?? 'fail')}
        />
        <Count label={t('setup.rules.count')} value={count} onSet={setCount} />
        <Count label={t('setup.rules.of')} value={Math.max(count, of)} onSet={setOf} />
      </div>
      <p className="soft">{sentence(wanted)}</p>
      <div>
        <Button variant="default" size="md" loading={busy} onClick={add}>
          {t('setup.rules.add')}
        </Button>
      </div>
      {error && <ProblemView error={error} />}
    </section>
  )
}

function Count({ label, value, onSet }: { label: string; value: number; onSet: (value: number) => void }) {
  return (
    <NumberInput
      size="md"
      label={label}
      min={1}
      max={1000}
      allowDecimal={false}
      value={value}
      onChange={(given) => typeof given === 'number' && onSet(Math.min(1000, Math.max(1, given)))}
    />
  )
}
