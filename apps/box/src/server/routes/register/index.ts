import type { Router } from '../router.ts'
import { addConclusions } from './conclusions.ts'
import { addDoubts } from './doubts.ts'
import { addEvidence } from './evidence.ts'
import { addFacts } from './facts.ts'
import { addKnowledge } from './knowledge.ts'
import { addPack } from './pack.ts'
import { addPapers } from './papers.ts'
import { addRegister } from './register.ts'

/** What the company depends on. */
export function addRegisterRoutes(router: Router): void {
  for (const add of [addRegister, addEvidence, addDoubts, addConclusions, addPapers, addKnowledge, addFacts, addPack])
    add(router)
}
