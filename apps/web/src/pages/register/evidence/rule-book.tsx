import { Button } from '@mantine/core'
import { type OwnRule, RuleBook, type RuleBookImport } from '@nabij/base'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useRegisterApi } from '../../../api/register-queries.ts'
import { useWorkspace } from '../../../app/workspace.ts'
import { FileButton } from '../../../parts/drop-zone.tsx'
import { LinkButton } from '../../../parts/link-button.tsx'
import { ProblemView } from '../../../parts/problem-view.tsx'
import { say } from '../../../parts/toasts.tsx'
import { useMayChange } from '../changing.tsx'
import styles from '../register.module.css'

interface Brought {
  name: string
  book: RuleBook
  brings: RuleBookImport
}

/** What was decided, out as a file and in from one: what it would change is shown first. */
export function RuleBookPanel(): ReactElement {
  const { t } = useTranslation()
  const { kind } = useWorkspace()
  const may = useMayChange()
  const api = useRegisterApi()
  const [brought, setBrought] = useState<Brought | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const take = useChange(
    (given, replace: boolean) => given.takeRuleBook((brought as Brought).book, { preview: false, replace }),
    () => {
      say(t('evidence.book.done', { name: brought?.name ?? '' }))
      setBrought(null)
    },
  )
  const look = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBrought(null)
    setError(null)
    setWrong(null)
    const book = RuleBook.safeParse(await jsonIn(file))
    if (!book.success) return setWrong(file.name)
    try {
      const brings = await api.takeRuleBook(book.data, { preview: true, replace: false })
      setBrought({ name: file.name, book: book.data, brings })
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <section className={styles.panel} aria-labelledby="rule-book">
      <h2 id="rule-book">{t('evidence.book.title')}</h2>
      <p>{t('evidence.book.text')}</p>
      <div className={styles.buttons}>
        <LinkButton to={api.ruleBook()} outside size="md" variant="default">
          {t('evidence.book.take')}
        </LinkButton>
        {kind === 'own' && may && (
          <FileButton
            text={t('evidence.book.bring')}
            accept=".json,application/json"
            multiple={false}
            take={(files) => void look(files?.[0])}
          />
        )}
      </div>
      {wrong !== null && <p role="alert">{t('evidence.book.wrong', { name: wrong })}</p>}
      {(error ?? take.error) !== null && <ProblemView error={error ?? take.error} />}
      {brought && (
        <Brings
          brought={brought}
          busy={take.isPending}
          onTake={(replace) => take.mutate(replace)}
          onLeave={() => setBrought(null)}
        />
      )}
    </section>
  )
}

interface BringsProps {
  brought: Brought
  busy: boolean
  onTake: (replace: boolean) => void
  onLeave: () => void
}

function Brings({ brought: { name, brings }, busy, onTake, onLeave }: BringsProps): ReactElement {
  const { t } = useTranslation()
  const { rules, apart, names, conflicts } = brings
  const added = rules.added + apart.added + names.added
  const same = rules.same + apart.same + names.same
  const answer = (rule: OwnRule): string => rule.name ?? rule.productId ?? t('evidence.book.noService')
  if (added === 0 && conflicts.length === 0) return <output>{t('evidence.book.nothing', { name })}</output>
  return (
    <div>
      <output>{t('evidence.book.brings', { name, added, same })}</output>
      {conflicts.length > 0 && (
        <>
          <p>{t('evidence.book.conflicts', { count: conflicts.length })}</p>
          <ul className={styles.rows}>
            {conflicts.map(({ words, ours, theirs }) => (
              <li key={words}>
                <span>{t('evidence.book.conflict', { words, ours: answer(ours), theirs: answer(theirs) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.buttons}>
        <Button size="md" loading={busy} onClick={() => onTake(false)}>
          {t(conflicts.length > 0 ? 'evidence.book.keep' : 'evidence.book.add')}
        </Button>
        {conflicts.length > 0 && (
          <Button size="md" variant="default" loading={busy} onClick={() => onTake(true)}>
            {t('evidence.book.replace')}
          </Button>
        )}
        <Button size="md" variant="subtle" onClick={onLeave}>
          {t('evidence.book.leave')}
        </Button>
      </div>
    </div>
  )
}

async function jsonIn(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    return null
  }
}
