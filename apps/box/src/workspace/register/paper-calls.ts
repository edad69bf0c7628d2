import {
  type Alternative,
  type Assessment,
  type Decision,
  type Evidence,
  type ExitState,
  type Language,
  type Letter,
  NabijError,
  type Service,
  yearlyCost,
} from '@nabij/base'
import { isEuropean, nextActions, type Register, type Reminders } from '@nabij/register'
import {
  answerSheet,
  buildReport,
  customerSheet,
  decisionsCsv,
  exitPlanFor,
  exitPlanTypst,
  letterFor,
  letterTypst,
  registerCalendar,
  reportHtml,
  reportTypst,
  saasBom,
  servicesCsv,
} from '@nabij/reports'
import { actionSentence } from './action-sentence.ts'
import { json } from './json.ts'
import type { Setting } from './register-calls.ts'

export interface PaperWish {
  language: Language
  now: number
  serial: string
  version: string
}

interface Here {
  now(): { register: Register; setting: Setting; evidence: readonly Evidence[] }
  /** Also of one that is gone. @throws NabijError NABIJ_SERVICE_UNKNOWN */
  serviceWith(id: string): Service
  alternativesFor(service: Service): Alternative[]
  assessed(service: Service): Assessment
  reminders(): Reminders
  index: () => Parameters<typeof nextActions>[3]
}

/** What the register's thread makes of the register for people to take along. */
export function paperCalls({ now, serviceWith, alternativesFor, assessed, reminders, index }: Here) {
  return {
    report: (wish: PaperWish) => json(reportFor(wish)),
    html: (wish: PaperWish) => reportHtml(reportFor(wish)),
    typst: (wish: PaperWish) => reportTypst(reportFor(wish)),
    csv: ({ language }: PaperWish) => servicesCsv(now().register.services, language, assessed),
    customerSheet({ language }: PaperWish) {
      const { register, setting } = now()
      const { company, today, exits } = setting
      return customerSheet({ company, today, services: register.services, exits, alternativesFor, language })
    },
    calendar({ language, now: at }: PaperWish) {
      const { register, setting } = now()
      const { exits, reviewOn } = setting
      const letters = waitingFor(register, setting.letters)
      return registerCalendar({ services: register.services, language, now: at, letters, exits, reviewOn })
    },
    cyclonedx({ now: at, serial, version }: PaperWish) {
      const { register, setting } = now()
      const { company } = setting
      return JSON.stringify(saasBom({ company, services: register.services, now: at, serial, version }), null, 2)
    },
    decisionsCsv: (decisions: Decision[], language: Language) => decisionsCsv(decisions, language),

    letter(id: string, language: Language) {
      const { company, today } = now().setting
      const service = serviceWith(id)
      const letter = letterFor({ company, service, language, today })
      if (!letter) throw new NabijError('NABIJ_LETTER_TOO_SOON', { name: service.name })
      return letter
    },
    letterTypst(letter: Letter) {
      const { company, today, sample } = now().setting
      return letterTypst({ letter, company, today, sample })
    },
    answerSheet: (letter: Letter) => answerSheet(letter),

    /** Which evidence answers which letter, and on which day it says so. */
    answeredLetters: () => answeredIn(now().register),

    /** Of each of these services what leaving it is about; those that nothing shows any more keep their id as a name. */
    exitFacts(ids: string[]) {
      const { register } = now()
      const byId = new Map([...register.services, ...register.gone].map((service) => [service.id, service]))
      return ids.map((serviceId) => {
        const service = byId.get(serviceId)
        const costPerYear = service ? yearlyCost(service) : null
        return {
          serviceId,
          serviceName: service?.name ?? serviceId,
          costPerYear,
          proof: register.proofs[serviceId] ?? null,
        }
      })
    },

    exitPlan,
    exitTypst(id: string, said: ExitState, language: Language) {
      const { company, today, sample } = now().setting
      const { plan, proof } = exitPlan(id, language)
      return exitPlanTypst({ plan: { ...plan, ...said, proof }, language, company, today, sample })
    },
  }

  function exitPlan(id: string, language: Language) {
    const { register, setting } = now()
    const service = serviceWith(id)
    const plan = exitPlanFor({
      service,
      alternatives: alternativesFor(service),
      language,
      today: setting.today,
      isEuropean: (country) => isEuropean(country, setting.europe),
    })
    return { plan, proof: register.proofs[id] ?? null }
  }

  function reportFor({ language }: PaperWish) {
    const { register, setting, evidence } = now()
    const { services, summary } = register
    const { company, today, sample } = setting
    const names = new Map(services.map(({ id, name }) => [id, name]))
    const actions = nextActions(register, evidence, today, index(), reminders()).map((action) =>
      actionSentence(action, names, language),
    )
    return buildReport({ company, language, today, sample, summary, services, actions })
  }
}

function answeredIn({ services, gone }: Register): Record<string, { evidence: string; saidOn: string | null }> {
  const found: Record<string, { evidence: string; saidOn: string | null }> = {}
  for (const { findings } of [...services, ...gone])
    for (const { claim, evidence } of findings)
      if (claim?.letter) found[claim.letter] = { evidence, saidOn: claim.saidOn }
  return found
}

/** Letters that no evidence answers. */
export function waitingFor(register: Register, letters: readonly Letter[]): Letter[] {
  const answered = answeredIn(register)
  return letters.filter(({ id }) => answered[id] === undefined)
}
