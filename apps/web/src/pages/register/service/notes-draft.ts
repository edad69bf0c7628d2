import type { ServiceNotes } from '@nabij/base'
import { numberIn } from '../words.ts'

/** The notes as fields hold them: empty is unknown. */
export interface Draft {
  crucial: boolean | null
  month: number | string
  process: string
  owner: string
  contractEnd: string
  noticeDays: number | string
  personalData: '' | NonNullable<ServiceNotes['personalData']>
  data: string
  dataLocation: string
  ai: boolean | null
  remark: string
}

export function draftOf(notes: ServiceNotes): Draft {
  return {
    crucial: notes.crucial,
    month: notes.costPerMonth === null ? '' : notes.costPerMonth / 100,
    process: notes.process ?? '',
    owner: notes.owner ?? '',
    contractEnd: notes.contractEnd ?? '',
    noticeDays: notes.noticeDays ?? '',
    personalData: notes.personalData ?? '',
    data: notes.data ?? '',
    dataLocation: notes.dataLocation ?? '',
    ai: notes.ai,
    remark: notes.remark ?? '',
  }
}

/** Only what is different from what is kept; an emptied field becomes unknown, never 0. */
export function changedNotes(draft: Draft, kept: ServiceNotes): Partial<ServiceNotes> {
  const text = (value: string): string | null => value.trim() || null
  const month = numberIn(draft.month)
  const now: ServiceNotes = {
    crucial: draft.crucial,
    costPerMonth: month === null ? null : Math.round(month * 100),
    process: text(draft.process),
    owner: text(draft.owner),
    contractEnd: text(draft.contractEnd),
    noticeDays: numberIn(draft.noticeDays),
    personalData: draft.personalData || null,
    data: text(draft.data),
    dataLocation: text(draft.dataLocation),
    ai: draft.ai,
    remark: text(draft.remark),
  }
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => kept[name as keyof ServiceNotes] !== value))
}
