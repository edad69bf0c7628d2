import { overview } from '../overview.ts'
import { recordVerdicts } from '../record-verdicts.ts'
import { addToRollUps, counts, series } from '../roll-ups.ts'
import type { Database } from '../tables.ts'
import {
  appendAudit,
  insertAccount,
  insertDevice,
  insertSession,
  insertToken,
  listAccounts,
  listAudit,
  listDevices,
  listSessions,
  listTokens,
  removeAccount,
  removeDevice,
  removeSessions,
  removeTokens,
  sawSession,
  sawToken,
  updateAccount,
  updateDevice,
} from './accounts.ts'
import { getCorrection, insertCorrection, listCorrections, updateCorrection } from './corrections.ts'
import { addEgressBytes, beginEgress, egressTotal, listEgress } from './egress.ts'
import { setFeedback } from './feedback.ts'
import { deleteOldRows, forgetPictures, leastWorthKeeping, referencedAfter, unreferenced } from './keeping.ts'
import {
  allOutputs,
  insertOutput,
  listOutputs,
  messageFailed,
  messageSent,
  nextMessage,
  removeOutput,
  updateOutput,
} from './outputs.ts'
import { getPhoto, insertPhoto, listPhotos, removePhoto, sayOfPhoto, unsayOfPhoto, updatePhoto } from './photos.ts'
import { insertProduct, listProducts, removeProduct, updateProduct } from './products.ts'
import { activateRecipe, activeRecipes, getRecipe, insertRecipe, listRecipes } from './recipes.ts'
import { findReply, getSetting, insertBackup, listBackups, removeBackup, setSetting, storeReply } from './small.ts'
import { getStation, insertStation, listStations, removeStation, updateStation } from './stations.ts'
import { insertTeachJob, listTeachJobs, removeTeachJob } from './teach-jobs.ts'
import {
  evidence,
  getVerdict,
  lastSeq,
  listVerdicts,
  stationLines,
  verdictByKey,
  verdictLines,
  verdictsSince,
} from './verdicts.ts'

/** What the reading thread can be asked. */
export const reads = {
  listStations,
  getStation,
  listRecipes,
  getRecipe,
  activeRecipes,
  listPhotos,
  getPhoto,
  verdictByKey,
  getVerdict,
  evidence,
  listVerdicts,
  verdictsSince,
  verdictLines,
  stationLines,
  lastSeq,
  counts,
  series,
  overview,
  listProducts,
  listCorrections,
  getCorrection,
  listTeachJobs,
  listOutputs,
  allOutputs,
  nextMessage,
  listEgress,
  egressTotal,
  findReply,
  listBackups,
  getSetting,
  leastWorthKeeping,
  unreferenced,
  referencedAfter,
  listAccounts,
  listSessions,
  listDevices,
  listTokens,
  listAudit,
}

/** What the writing thread can be asked; each call is one transaction. */
export const writes = {
  recordVerdicts,
  addToRollUps,
  insertStation,
  updateStation,
  removeStation,
  insertRecipe,
  activateRecipe,
  insertPhoto,
  updatePhoto,
  sayOfPhoto,
  unsayOfPhoto,
  removePhoto,
  setFeedback,
  insertProduct,
  updateProduct,
  removeProduct,
  insertCorrection,
  updateCorrection,
  insertTeachJob,
  removeTeachJob,
  insertOutput,
  updateOutput,
  removeOutput,
  messageSent,
  messageFailed,
  beginEgress,
  addEgressBytes,
  storeReply,
  insertBackup,
  removeBackup,
  setSetting,
  forgetPictures,
  deleteOldRows,
  insertAccount,
  updateAccount,
  removeAccount,
  insertSession,
  sawSession,
  removeSessions,
  insertDevice,
  updateDevice,
  removeDevice,
  insertToken,
  sawToken,
  removeTokens,
  appendAudit,
}

export type Calls = Record<string, (db: Database, ...values: never[]) => Promise<unknown>>
export type Reads = typeof reads
export type Writes = typeof writes

/** The call as its caller sees it: without the database in front. */
export type Remote<C extends Calls> = <K extends keyof C & string>(
  name: K,
  ...values: C[K] extends (db: Database, ...values: infer V) => Promise<unknown> ? V : never
) => ReturnType<C[K]> extends Promise<infer R> ? Promise<R> : never
