import { NabijError } from '@nabij/base'
import type { App, providers } from './apps.ts'

/** Keys that are kept while a list is parsed: nothing about persons. */
const kept = new Set(
  (
    'value appId displayName appOwnerOrganizationId publisherName verifiedPublisher homepage loginUrl servicePrincipalType ' +
    'id name label status signOnMode settings app url signOn ssoAcsUrl items displayText clientId ' +
    'appDisplayName errorCode events parameters applicationName'
  ).split(' '),
)

interface Listed {
  appId?: unknown
  displayName?: unknown
  displayText?: unknown
  clientId?: unknown
  appOwnerOrganizationId?: unknown
  publisherName?: unknown
  verifiedPublisher?: { displayName?: unknown } | null
  homepage?: unknown
  servicePrincipalType?: unknown
  name?: unknown
  label?: unknown
  status?: unknown
  appDisplayName?: unknown
  events?: unknown
  signOnMode?: unknown
  settings?: { app?: { url?: unknown } | null; signOn?: { ssoAcsUrl?: unknown } | null } | null
}

interface Apps {
  provider: keyof typeof providers
  apps: App[]
  idle: number
  /** Sign-ins that failed, and access that was taken back. */
  failed: number
}

/** Graph's `servicePrincipals` (also of `az ad sp list`), Okta's `apps`, Google's `tokens`; logs: Graph's `signIns`, Google's `activities`. */
export function appsOf(text: string, path: string): Apps {
  const list = listOf(text, path)
  const one = list.find((entry) => typeof entry === 'object' && entry !== null)
  if (one && 'appDisplayName' in one) {
    const done = list.filter((signIn) => !hasFailed(signIn))
    return { provider: 'entra', apps: done.map(entraSignIn), idle: 0, failed: list.length - done.length }
  }
  if (one && 'events' in one) {
    const events = list.flatMap(eventsOf)
    const given = events.filter(({ isGiven }) => isGiven)
    return { provider: 'google', apps: given.map(({ app }) => app), idle: 0, failed: events.length - given.length }
  }
  if (one && 'appId' in one) return { provider: 'entra', apps: list.map(entraApp), idle: 0, failed: 0 }
  if (one && 'displayText' in one) return { provider: 'google', apps: list.map(googleApp), idle: 0, failed: 0 }
  const active = list.filter((app) => app?.status !== 'INACTIVE')
  return { provider: 'okta', apps: active.map(oktaApp), idle: list.length - active.length, failed: 0 }
}

function listOf(text: string, path: string): Listed[] {
  try {
    const all = JSON.parse(text, (key, value: unknown) =>
      key === '' || kept.has(key) || /^\d+$/.test(key) ? value : undefined,
    ) as { value?: unknown; items?: unknown } | null
    const list: unknown = Array.isArray(all) ? all : (all?.value ?? all?.items)
    if (Array.isArray(list)) return list as Listed[]
  } catch {
    // Said below, without the parser's words, which may quote the file.
  }
  throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', { path, reason: 'not a list of applications', where: path })
}

function entraApp(app: Listed, at: number): App {
  return {
    name: textAt(app?.displayName),
    publisher: textAt(app?.verifiedPublisher?.displayName) || textAt(app?.publisherName),
    homepage: textAt(app?.homepage),
    clientId: textAt(app?.appId),
    owner: textAt(app?.appOwnerOrganizationId),
    type: textAt(app?.servicePrincipalType),
    place: `entry ${at + 1}`,
  }
}

function oktaApp(app: Listed, at: number): App {
  return {
    name: textAt(app?.label) || textAt(app?.name),
    publisher: textAt(app?.name).replaceAll('_', ' '),
    clientId: textAt(app?.name),
    homepage: textAt(app?.settings?.app?.url) || textAt(app?.settings?.signOn?.ssoAcsUrl),
    place: `entry ${at + 1}`,
  }
}

function googleApp(app: Listed, at: number): App {
  return { name: textAt(app?.displayText), clientId: textAt(app?.clientId), place: `entry ${at + 1}` }
}

function hasFailed({ status }: Listed): boolean {
  const code = typeof status === 'object' && status !== null && 'errorCode' in status ? status.errorCode : 0
  return code !== 0
}

function entraSignIn(signIn: Listed, at: number): App {
  return {
    name: textAt(signIn?.appDisplayName),
    clientId: textAt(signIn?.appId),
    owner: textAt(signIn?.appOwnerOrganizationId),
    place: `entry ${at + 1}`,
  }
}

/** What one line of Google's log says: each event has its parameters as a list of names and values. */
function eventsOf({ events }: Listed, at: number): { app: App; isGiven: boolean }[] {
  if (!Array.isArray(events)) return []
  return (events as ({ name?: unknown; parameters?: unknown } | null)[]).flatMap((event) => {
    const parameters = Array.isArray(event?.parameters) ? event.parameters : []
    const said = (...names: string[]): string => {
      const found = (parameters as ({ name?: unknown; value?: unknown } | null)[]).find((one) =>
        names.includes(textAt(one?.name)),
      )
      return textAt(found?.value)
    }
    const app = { name: said('app_name', 'application_name'), clientId: said('client_id'), place: `entry ${at + 1}` }
    return [{ app, isGiven: !/revoke|fail/i.test(textAt(event?.name)) }]
  })
}

function textAt(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
