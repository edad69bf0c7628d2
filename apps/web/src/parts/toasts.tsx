import { Button, CloseButton } from '@mantine/core'
import { type ReactElement, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './toasts.module.css'

interface Toast {
  id: number
  text: string
  undo: (() => void) | null
  done: (() => void) | null
}

/** Long enough to read it, think better of it, and find the button. */
const shownFor = 10_000

let toasts: Toast[] = []
let nextId = 1
const watchers = new Set<() => void>()

function change(next: Toast[]): void {
  toasts = next
  for (const watcher of watchers) watcher()
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Says what happened. With `undo` it can be taken back; `done` is called once it no longer can. */
export function say(text: string, { undo, done }: { undo?: () => void; done?: () => void } = {}): void {
  const id = nextId++
  change([...toasts.slice(-2), { id, text, undo: undo ?? null, done: done ?? null }])
  for (const gone of toasts.slice(0, -3)) gone.done?.()
  setTimeout(() => end(id, (toast) => toast.done?.()), shownFor)
}

/** Kept by this tab: what to say once the page has been loaded anew. */
const forLater = 'nabij-say'

/** Says what happened after the page has been loaded anew. */
export function sayAfterLoad(text: string): void {
  sessionStorage.setItem(forLater, text)
}

function end(id: number, act: (toast: Toast) => void): void {
  const toast = toasts.find((toast) => toast.id === id)
  if (!toast) return
  change(toasts.filter((other) => other !== toast))
  act(toast)
}

/** Where the page says what just happened. */
export function Toasts(): ReactElement {
  const { t } = useTranslation()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  useEffect(() => {
    const text = sessionStorage.getItem(forLater)
    sessionStorage.removeItem(forLater)
    if (text) say(text)
  }, [])
  return (
    <output className={styles.toasts} aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={styles.toast}>
          <span>{toast.text}</span>
          {toast.undo && (
            <Button variant="white" size="compact-md" onClick={() => end(toast.id, ({ undo }) => undo?.())}>
              {t('common.undo')}
            </Button>
          )}
          <CloseButton
            variant="transparent"
            className={styles.close}
            aria-label={t('common.close')}
            onClick={() => end(toast.id, ({ done }) => done?.())}
          />
        </div>
      ))}
    </output>
  )
}
