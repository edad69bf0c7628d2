import { type RegisterChange, type Service, yearlyCost } from '@nabij/base'

/** Prices that differ by less are the same: exchange rates and cents. */
const least = 0.02

/** What is different in the register since an earlier state of it, by service. */
export function compare(before: readonly Service[], after: readonly Service[]): RegisterChange[] {
  const old = new Map(before.map((service) => [service.id, service]))
  const now = new Map(after.map((service) => [service.id, service]))
  const changes: RegisterChange[] = [...mailHosts(before, after)]
  for (const service of after) {
    const earlier = old.get(service.id)
    if (!earlier) changes.push(change('new', service, null, null))
    else changes.push(...price(earlier, service), ...owner(earlier, service))
  }
  for (const service of before) if (!now.has(service.id)) changes.push(change('gone', service, null, null))
  return changes.sort((a, b) => (`${a.kind} ${a.serviceId}` < `${b.kind} ${b.serviceId}` ? -1 : 1))
}

function price(before: Service, after: Service): RegisterChange[] {
  const old = yearlyCost(before)
  const now = yearlyCost(after)
  if (old === null || now === null || old <= 0) return []
  const share = (now - old) / old
  if (Math.abs(share) < least) return []
  return [{ ...change(share > 0 ? 'dearer' : 'cheaper', after, String(old), String(now)), share }]
}

function owner(before: Service, after: Service): RegisterChange[] {
  const old = confirmedOwner(before)
  const now = confirmedOwner(after)
  if (old === null || now === null || old === now) return []
  // Who states another owner, or takes that back, took nothing over.
  const isOwn = [before, after].some(({ vendor }) => vendor?.own?.facts.some(({ field }) => field === 'owner'))
  return [change(isOwn ? 'other-owner' : 'taken-over', after, old, now)]
}

function confirmedOwner({ vendor }: Service): string | null {
  const parent = vendor?.ultimateParent
  return parent?.status === 'confirmed' ? parent.name : null
}

function mailHosts(before: readonly Service[], after: readonly Service[]): RegisterChange[] {
  const old = hosting(before)
  const now = hosting(after)
  const [first] = now
  if (!first || old.length === 0 || names(old) === names(now)) return []
  return [change('other-mail-host', first, names(old), names(now))]
}

function hosting(services: readonly Service[]): Service[] {
  return services.filter(({ findings }) => findings.some(({ kind }) => kind === 'mail-host'))
}

function names(services: readonly Service[]): string {
  return services
    .map(({ name }) => name)
    .sort()
    .join(', ')
}

function change(
  kind: RegisterChange['kind'],
  { id, name }: Service,
  before: string | null,
  after: string | null,
): RegisterChange {
  return { kind, serviceId: id, name, before, after, share: null }
}
