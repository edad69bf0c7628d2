import { lazy, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import { AbsentPage } from '../absent-page.tsx'
import { FirstPage } from './first/first-page.tsx'
import { ListPage } from './list/list-page.tsx'
import { RegisterPage } from './overview/register-page.tsx'
import { idIn } from './words.ts'

const Service = lazy(async () => ({ default: (await import('./service/service-page.tsx')).ServicePage }))
const Exit = lazy(async () => ({ default: (await import('./service/exit-page.tsx')).ExitPage }))
const Vendor = lazy(async () => ({ default: (await import('./service/vendor-page.tsx')).VendorPage }))
const Who = lazy(async () => ({ default: (await import('./choices/map-page.tsx')).MapPage }))
const Scenarios = lazy(async () => ({ default: (await import('./choices/scenario-page.tsx')).ScenarioPage }))
const Path = lazy(async () => ({ default: (await import('./choices/path-page.tsx')).PathPage }))
const Check = lazy(async () => ({ default: (await import('./choices/check-page.tsx')).CheckPage }))
const Letters = lazy(async () => ({ default: (await import('./choices/letters-page.tsx')).LettersPage }))
const Answers = lazy(async () => ({ default: (await import('./choices/answers-page.tsx')).AnswersPage }))
const Evidence = lazy(async () => ({ default: (await import('./evidence/evidence-page.tsx')).EvidencePage }))
const OneEvidence = lazy(async () => ({ default: (await import('./evidence/one-page.tsx')).OneEvidencePage }))
const Knowledge = lazy(async () => ({ default: (await import('./knowledge/knowledge-page.tsx')).KnowledgePage }))
const Questions = lazy(async () => ({ default: (await import('./evidence/questions-page.tsx')).QuestionsPage }))

/** The screens of the register. */
export function RegisterPages(): ReactElement {
  return (
    <Switch>
      <Route path="/register" component={RegisterPage} />
      <Route path="/register/tick" component={FirstPage} />
      <Route path="/register/list" component={ListPage} />
      <Route path="/register/services/:id/exit">{({ id }) => <Exit id={idIn(id)} />}</Route>
      <Route path="/register/services/:id">{({ id }) => <Service id={idIn(id)} />}</Route>
      <Route path="/register/vendors/:id">{({ id }) => <Vendor id={idIn(id)} />}</Route>
      <Route path="/register/map" component={Who} />
      <Route path="/register/scenarios" component={Scenarios} />
      <Route path="/register/path" component={Path} />
      <Route path="/register/evidence" component={Evidence} />
      <Route path="/register/evidence/:id">{({ id }) => <OneEvidence id={idIn(id)} />}</Route>
      <Route path="/register/knowledge" component={Knowledge} />
      <Route path="/register/questions" component={Questions} />
      <Route path="/register/check" component={Check} />
      <Route path="/register/letters" component={Letters} />
      <Route path="/register/answers" component={Answers} />
      <Route component={AbsentPage} />
    </Switch>
  )
}
