import type { AccountRow, AuditRow, DeviceRow, SessionRow, TokenRow } from '@nabij/accounts'
import type { Actor, AuditEntry } from '@nabij/base'
import type { Database, Tables } from '../tables.ts'

/** Each change and the line of the audit log that tells of it are one transaction: a call is one. */
export async function appendAudit(db: Database, row: AuditRow | null): Promise<void> {
  if (!row) return
  const { at, who, from, what, on, before, after } = row
  await db
    .insertInto('audit')
    .values({
      at,
      who_kind: who.kind,
      who_id: who.id,
      who_name: who.name,
      who_role: who.role,
      origin: from,
      what,
      subject: on,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute()
}

/** Newest first. */
export async function listAudit(
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number },
): Promise<AuditEntry[]> {
  const query = db.selectFrom('audit').selectAll().where('seq', '<', before).orderBy('seq', 'desc').limit(limit)
  return (await query.execute()).map((row) => ({
    seq: row.seq,
    at: row.at,
    who: { kind: row.who_kind, id: row.who_id, name: row.who_name, role: row.who_role } as Actor,
    from: row.origin,
    what: row.what,
    on: row.subject,
    before: JSON.parse(row.before) as AuditEntry['before'],
    after: JSON.parse(row.after) as AuditEntry['after'],
  }))
}

export async function listAccounts(db: Database): Promise<AccountRow[]> {
  const rows = await db.selectFrom('account').selectAll().execute()
  return rows.map(({ created_at: createdAt, seen_at: seenAt, ...row }) => ({ ...row, createdAt, seenAt }))
}

export async function insertAccount(
  db: Database,
  { createdAt, seenAt, ...row }: AccountRow,
  audit: AuditRow,
): Promise<void> {
  await db
    .insertInto('account')
    .values({ ...row, created_at: createdAt, seen_at: seenAt })
    .execute()
  await appendAudit(db, audit)
}

export async function updateAccount(
  db: Database,
  id: string,
  { seenAt, createdAt, ...change }: Partial<Omit<AccountRow, 'id'>>,
  audit: AuditRow | null,
): Promise<void> {
  const columns = {
    ...change,
    ...(seenAt === undefined ? {} : { seen_at: seenAt }),
    ...(createdAt === undefined ? {} : { created_at: createdAt }),
  }
  if (Object.keys(columns).length > 0) await db.updateTable('account').set(columns).where('id', '=', id).execute()
  await appendAudit(db, audit)
}

export async function removeAccount(db: Database, id: string, audit: AuditRow): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', id).execute()
  await db.deleteFrom('token').where('account_id', '=', id).execute()
  await db
    .updateTable('device')
    .set({ operator_id: null, operator_seen_at: null })
    .where('operator_id', '=', id)
    .execute()
  await db.deleteFrom('account').where('id', '=', id).execute()
  await appendAudit(db, audit)
}

export async function listSessions(db: Database): Promise<SessionRow[]> {
  const rows = await db.selectFrom('session').selectAll().execute()
  return rows.map(({ id, account_id: accountId, digest, created_at: createdAt, seen_at: seenAt }) => {
    return { id, accountId, digest, createdAt, seenAt }
  })
}

export async function insertSession(db: Database, row: SessionRow, audit: AuditRow): Promise<void> {
  const { id, accountId, digest, createdAt, seenAt } = row
  await db
    .insertInto('session')
    .values({ id, account_id: accountId, digest, created_at: createdAt, seen_at: seenAt })
    .execute()
  await db.updateTable('account').set({ seen_at: seenAt }).where('id', '=', accountId).execute()
  await appendAudit(db, audit)
}

export async function sawSession(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute()
  await db
    .updateTable('account')
    .set({ seen_at: at })
    .where('id', '=', (eb) => eb.selectFrom('session').select('account_id').where('id', '=', id))
    .execute()
}

export async function removeSessions(db: Database, ids: string[], audit: AuditRow | null): Promise<void> {
  await removeAll(db, 'session', ids)
  await appendAudit(db, audit)
}

export async function listDevices(db: Database): Promise<DeviceRow[]> {
  const rows = await db.selectFrom('device').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    stationId: row.station_id,
    digest: row.digest,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    operatorId: row.operator_id,
    operatorSeenAt: row.operator_seen_at,
  }))
}

export async function insertDevice(db: Database, row: DeviceRow, audit: AuditRow): Promise<void> {
  await db
    .insertInto('device')
    .values({
      id: row.id,
      kind: row.kind,
      name: row.name,
      station_id: row.stationId,
      digest: row.digest,
      created_at: row.createdAt,
      seen_at: row.seenAt,
      operator_id: row.operatorId,
      operator_seen_at: row.operatorSeenAt,
    })
    .execute()
  await appendAudit(db, audit)
}

export async function updateDevice(
  db: Database,
  id: string,
  { seenAt, operatorId, operatorSeenAt }: Partial<Omit<DeviceRow, 'id'>>,
  audit: AuditRow | null,
): Promise<void> {
  const columns: Partial<Tables['device']> = {
    ...(seenAt === undefined ? {} : { seen_at: seenAt }),
    ...(operatorId === undefined ? {} : { operator_id: operatorId }),
    ...(operatorSeenAt === undefined ? {} : { operator_seen_at: operatorSeenAt }),
  }
  if (Object.keys(columns).length > 0) await db.updateTable('device').set(columns).where('id', '=', id).execute()
  await appendAudit(db, audit)
}

export async function removeDevice(db: Database, id: string, audit: AuditRow): Promise<void> {
  await removeAll(db, 'device', [id])
  await appendAudit(db, audit)
}

export async function listTokens(db: Database): Promise<TokenRow[]> {
  const rows = await db.selectFrom('token').selectAll().execute()
  return rows.map(
    ({ account_id: accountId, created_at: createdAt, expires_at: expiresAt, seen_at: seenAt, ...row }) => {
      return { ...row, accountId, createdAt, expiresAt, seenAt }
    },
  )
}

export async function insertToken(
  db: Database,
  { accountId, createdAt, expiresAt, seenAt, ...row }: TokenRow,
  audit: AuditRow,
): Promise<void> {
  await db
    .insertInto('token')
    .values({ ...row, account_id: accountId, created_at: createdAt, expires_at: expiresAt, seen_at: seenAt })
    .execute()
  await appendAudit(db, audit)
}

export async function sawToken(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('token').set({ seen_at: at }).where('id', '=', id).execute()
}

export async function removeTokens(db: Database, ids: string[], audit: AuditRow | null): Promise<void> {
  await removeAll(db, 'token', ids)
  await appendAudit(db, audit)
}

async function removeAll(db: Database, table: 'session' | 'device' | 'token', ids: string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids).execute()
}
