import type { Objective } from '@nabij/base'

/**
 * Objectives and weights of the EU Cloud Sovereignty Framework (European Commission, version 1.2.1, October 2025), as in the
 * taxonomy `sov` of MISP/misp-taxonomies (CC0 1.0), commit 7591c55. The weights add up to one.
 */
export const objectives: readonly { id: Objective; weight: number; nl: string; en: string }[] = [
  { id: 'SOV-1', weight: 0.15, nl: 'Strategisch', en: 'Strategic' },
  { id: 'SOV-2', weight: 0.1, nl: 'Juridisch', en: 'Legal and jurisdictional' },
  { id: 'SOV-3', weight: 0.1, nl: 'Gegevens en AI', en: 'Data and AI' },
  { id: 'SOV-4', weight: 0.15, nl: 'Operationeel', en: 'Operational' },
  { id: 'SOV-5', weight: 0.2, nl: 'Toeleveringsketen', en: 'Supply chain' },
  { id: 'SOV-6', weight: 0.15, nl: 'Technologie', en: 'Technology' },
  { id: 'SOV-7', weight: 0.1, nl: 'Beveiliging en naleving', en: 'Security and compliance' },
  { id: 'SOV-8', weight: 0.05, nl: 'Milieu', en: 'Environmental' },
]

/** What the levels are called. */
export const levels: readonly { nl: string; en: string }[] = [
  { nl: 'Geen soevereiniteit', en: 'No sovereignty' },
  { nl: 'Alleen op papier', en: 'Jurisdictional sovereignty' },
  { nl: 'Over de gegevens', en: 'Data sovereignty' },
  { nl: 'Digitaal weerbaar', en: 'Digital resilience' },
  { nl: 'Volledig', en: 'Full digital sovereignty' },
]
