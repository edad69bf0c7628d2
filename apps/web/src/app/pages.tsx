import { lazy, type ReactElement, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { AbsentPage } from '../pages/absent-page.tsx'
import { PageSkeleton } from '../parts/page-skeleton.tsx'

const Home = lazy(async () => ({ default: (await import('../pages/home/home-page.tsx')).HomePage }))
const Doors = lazy(async () => ({ default: (await import('../pages/doors/doors-page.tsx')).DoorsPage }))
const Register = lazy(async () => ({ default: (await import('../pages/register/register-pages.tsx')).RegisterPages }))
const Moves = lazy(async () => ({ default: (await import('../pages/moves/moves-pages.tsx')).MovesPages }))
const Wall = lazy(async () => ({ default: (await import('../pages/stations/stations-page.tsx')).StationsPage }))
const New = lazy(async () => ({ default: (await import('../pages/stations/new-station-page.tsx')).NewStationPage }))
const Station = lazy(async () => ({ default: (await import('../pages/station/station-page.tsx')).StationPage }))
const Verdict = lazy(async () => ({ default: (await import('../pages/station/verdict-page.tsx')).VerdictPage }))
const Teach = lazy(async () => ({ default: (await import('../pages/teach/teach-page.tsx')).TeachPage }))
const Card = lazy(async () => ({ default: (await import('../pages/card/card-page.tsx')).CardPage }))
const Shift = lazy(async () => ({ default: (await import('../pages/station/shift/shift-page.tsx')).ShiftPage }))
const Data = lazy(async () => ({ default: (await import('../pages/data/data-page.tsx')).DataPage }))
const People = lazy(async () => ({ default: (await import('../pages/people/people-page.tsx')).PeoplePage }))

/** Which address shows which screen; each is fetched when it is first wanted. */
export function Pages(): ReactElement {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/start" component={Doors} />
        <Route path="/register/*?" component={Register} />
        <Route path="/moves/*?" component={Moves} />
        <Route path="/stations" component={Wall} />
        <Route path="/stations/new" component={New} />
        <Route path="/stations/:id/verdicts/:verdictId">
          {({ id, verdictId }) => <Verdict stationId={id} verdictId={verdictId} />}
        </Route>
        <Route path="/stations/:id/teach">{({ id }) => <Teach stationId={id} />}</Route>
        <Route path="/stations/:id/engineering">{({ id }) => <Station stationId={id} view="engineer" />}</Route>
        <Route path="/stations/:id/setup">{({ id }) => <Station stationId={id} view="setup" />}</Route>
        <Route path="/stations/:id/card">{({ id }) => <Card stationId={id} />}</Route>
        <Route path="/stations/:id/shift">{({ id }) => <Shift stationId={id} />}</Route>
        <Route path="/stations/:id">{({ id }) => <Station stationId={id} view="operator" />}</Route>
        <Route path="/people" component={People} />
        <Route path="/data" component={Data} />
        <Route path="/settings" component={Data} />
        <Route component={AbsentPage} />
      </Switch>
    </Suspense>
  )
}
