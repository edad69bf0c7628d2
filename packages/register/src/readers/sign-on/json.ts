import { NabijError } from '@nabij/base'
import type { App, providers } from './apps.ts'

/** Keys that are kept while a list is parsed: nothing about persons. */
const kept = new Set(
  (
    'value appId displayName appOwnerOrganizationId publisherName verifiedPublisher homepage loginUrl servicePrincipalType ' +
    'id name label status signOnMode settings app url signOn ssoAcsUrl items displayText clientId'
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
  signOnMode?: unknown
  settings?: { app?: { url?: unknown } | null; signOn?: { ssoAcsUrl?: unknown } | null } | null
}

/** Graph's `servicePrincipals` (also of `az ad sp list`), Okta's `apps`, Google's `tokens`; null: none of these. */
export function appsOf(text: string, path: string): { provider: keyof typeof providers; apps: App[]; idle: number } {
  const list = listOf(text, path)
  const one = list.find((entry) => typeof entry === 'object' && entry !== null)
  if (one && 'appId' in one) return { provider: 'entra', apps: list.map(entraApp), idle: 0 }
  if (one && 'displayText' in one) return { provider: 'google', apps: list.map(googleApp), idle: 0 }
  const active = list.filter((app) => app?.status !== 'INACTIVE')
  return { provider: 'okta', apps: active.map(oktaApp), idle: list.length - active.length }
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

function textAt(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
