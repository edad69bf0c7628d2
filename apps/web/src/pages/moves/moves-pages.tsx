import { lazy, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import { AbsentPage } from '../absent-page.tsx'
import { idIn } from '../register/words.ts'
import { HubPage } from './hub/hub-page.tsx'

const DropIn = lazy(async () => ({ default: (await import('./drop-in/drop-in-page.tsx')).DropInPage }))
const Money = lazy(async () => ({ default: (await import('./money/money-page.tsx')).MoneyPage }))

const Compare = lazy(async () => ({ default: (await import('./compare/compare-page.tsx')).ComparePage }))
const Chips = lazy(async () => ({ default: (await import('./chips/chips-page.tsx')).ChipsPage }))
const OneMove = lazy(async () => ({ default: (await import('./one/move-page.tsx')).MovePage }))

/** The screens about leaving a cloud AI. */
export function MovesPages(): ReactElement {
  return (
    <Switch>
      <Route path="/moves" component={HubPage} />
      <Route path="/moves/drop-in" component={DropIn} />
      <Route path="/moves/drop-in/:id">{({ id }) => <Compare id={id} />}</Route>
      <Route path="/moves/money" component={Money} />
      <Route path="/moves/chips" component={Chips} />
      <Route path="/moves/services/:id">{({ id }) => <OneMove id={idIn(id)} />}</Route>
      <Route component={AbsentPage} />
    </Switch>
  )
}
