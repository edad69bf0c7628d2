import type { Router } from '../router.ts'
import { addConclusions } from './conclusions.ts'
import { addDns } from './dns.ts'
import { addDoubts } from './doubts.ts'
import { addEvidence } from './evidence.ts'
import { addExitPlans } from './exit-plans.ts'
import { addFacts } from './facts.ts'
import { addKnowledge } from './knowledge.ts'
import { addLetters } from './letters.ts'
import { addPack } from './pack.ts'
import { addPapers } from './papers.ts'
import { addRegister } from './register.ts'
import { addRuleBook } from './rule-book.ts'

/** What the company depends on. */
export function addRegisterRoutes(router: Router): void {
  for (const add of [
    addRegister,
    addEvidence,
    addDns,
    addDoubts,
    addRuleBook,
    addConclusions,
    addPapers,
    addLetters,
    addExitPlans,
    addKnowledge,
    addFacts,
    addPack,
  ])
    add(router)
}
