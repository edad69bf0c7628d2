import { lazy, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import { AbsentPage } from '../absent-page.tsx'
import { HubPage } from './hub/hub-page.tsx'

const DropIn = lazy(async () => ({ default: (await import('./drop-in/drop-in-page.tsx')).DropInPage }))
const Money = lazy(async () => ({ default: (await import('./money/money-page.tsx')).MoneyPage }))

/** The screens about leaving a cloud AI. */
export function MovesPages(): ReactElement {
  return (
    <Switch>
      <Route path="/moves" component={HubPage} />
      <Route path="/moves/drop-in" component={DropIn} />
      <Route path="/moves/money" component={Money} />
      <Route component={AbsentPage} />
    </Switch>
  )
}
