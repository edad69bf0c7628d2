import type { EvidenceFile, EvidenceReader } from '../../reader.ts'
import { beginningOf, columnsOf, headerOf, placeOf } from '../../table/index.ts'
import { textOf } from '../../text/index.ts'
import { appList, providers } from './apps.ts'
import { appsOf } from './json.ts'

const most = 64 * 1_048_576
const names = ['displayname', 'applicationname', 'appname', 'appdisplayname', 'application', 'name', 'label']
const ids = ['appid', 'applicationid', 'applicationidappid', 'clientid', 'oauthclientid', 'id']

/**
 * Lists of applications from Entra ID, Google Workspace and Okta, and logs of who signed in to what. Of a log only the
 * application is read: no users, addresses, scopes or times.
 */
export const signOn: EvidenceReader = {
  id: 'sign-on',
  recognise: ({ text }) => (kindOf(text) === null ? 0 : 0.96),
  async read(source, emit, signal) {
    const { text, file } = await beginningOf(source)
    const kind = kindOf(text)
    if (kind !== 'json') return readTable(file, kind ?? 'entra')
    const { provider, apps, idle, failed } = appsOf(await textOf(file, most, signal), file.name)
    const list = appList(providers[provider], emit)
    for (const app of apps) list.add(app)
    if (idle > 0) emit.ignored('application that is switched off', idle)
    if (failed > 0) emit.ignored('sign-in that failed, or access that was taken back', failed)
    list.finish()

    async function readTable(table: EvidenceFile, provider: keyof typeof providers): Promise<void> {
      const list = appList(providers[provider], emit)
      const rows = columnsOf(table, chooseColumns, { signal })
      for await (const { line, cells } of rows) {
        const [name = '', clientId = '', homepage = '', publisher = '', type = '', owner = '', status = ''] = cells
        if (/^(?:failure|interrupted|fail|revoke)/i.test(status)) {
          emit.record()
          emit.ignored('sign-in that failed, or access that was taken back')
          continue
        }
        list.add({ name, clientId, homepage, publisher, type, owner, place: `line ${line}` })
      }
      list.finish()
    }
  },
}

function chooseColumns(header: string[]): number[] {
  return [
    placeOf(header, names),
    placeOf(header, ids),
    placeOf(header, ['homepage', 'homepageurl', 'loginurl', 'appurl', 'url']),
    placeOf(header, ['publishername', 'publisher', 'verifiedpublisher']),
    placeOf(header, ['applicationtype', 'serviceprincipaltype']),
    placeOf(header, ['appownerorganizationid', 'appownertenantid']),
    isLog(header) ? placeOf(header, ['status']) : placeOf(header, ['event', 'eventname']),
  ]
}

/** Entra's log of sign-ins: the application stands beside who signed in. */
function isLog(header: readonly string[]): boolean {
  const has = (...any: string[]) => any.some((name) => header.includes(name))
  return has('application', 'appdisplayname') && has('username', 'user', 'userprincipalname') && has(...ids)
}

function kindOf(text: string): 'json' | keyof typeof providers | null {
  const start = text.slice(0, 20_000)
  if (/^\s*[[{]/.test(start)) {
    const graph =
      /"appId"\s*:/.test(start) &&
      /"(servicePrincipalType|appOwnerOrganizationId|servicePrincipalNames)"\s*:/.test(text)
    const okta = /"signOnMode"\s*:/.test(start) && /"label"\s*:/.test(start)
    const google =
      /"admin#directory#token/.test(start) || (/"displayText"\s*:/.test(start) && /"clientId"\s*:/.test(start))
    const signIns = /"appDisplayName"\s*:/.test(start) && /"(userPrincipalName|resourceDisplayName)"\s*:/.test(start)
    const audit = /"kind"\s*:\s*"admin#reports#activit(y|ies)"/.test(start) && /"app(lication)?_name"/.test(text)
    return graph || okta || google || signIns || audit ? 'json' : null
  }
  const header = headerOf(start)
  const has = (...any: string[]) => any.some((name) => header.includes(name))
  if (!has(...names) || !has(...ids)) return null
  if (isLog(header) && has('resource', 'requestid', 'resourcedisplayname', 'correlationid')) return 'entra'
  if (has('scope', 'scopes', 'requestedservices', 'apidata', 'oauthclientid', 'verified')) return 'google'
  if (has('signonmode', 'applabel')) return 'okta'
  return has(
    'applicationtype',
    'serviceprincipaltype',
    'applicationvisibility',
    'assignmentrequired',
    'homepage',
    'homepageurl',
    'appownerorganizationid',
  ) && has('appid', 'applicationid', 'applicationidappid')
    ? 'entra'
    : null
}
