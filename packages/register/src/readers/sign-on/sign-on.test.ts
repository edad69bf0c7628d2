import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { signOn } from './index.ts'

const graph = JSON.stringify({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#servicePrincipals',
  value: [
    {
      appId: '00000003-0000-0000-c000-000000000000',
      displayName: 'Microsoft Graph',
      servicePrincipalType: 'Application',
      appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
    },
    {
      appId: '11111111-1111-1111-1111-111111111111',
      displayName: 'Some first party',
      appOwnerOrganizationId: 'F8CDEF31-A31E-4B4A-93E4-5F571E91255A',
    },
    {
      appId: '2',
      displayName: 'Slack',
      homepage: 'https://slack.com/?u=jan.devries',
      publisherName: 'Slack',
      appOwnerOrganizationId: 'x',
      owners: [{ mail: 'jan.devries@acme.nl' }],
    },
    {
      appId: '3',
      displayName: 'TOPdesk',
      homepage: 'https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=x',
    },
    { appId: '4', displayName: 'vm-backup', servicePrincipalType: 'ManagedIdentity' },
    { appId: '5', displayName: 'slack' },
  ],
})
const files: Record<string, [text: string, names: string[], ignored: Record<string, number>]> = {
  'Entra JSON': [
    graph,
    ['Slack slack.com', 'TOPdesk ', 'Microsoft Entra ID entra.microsoft.com'],
    { 'application of the provider itself': 2, 'managed identity of your own': 1 },
  ],
  'Entra CSV': [
    'id,displayName,appId,createdDateTime,homepage,applicationType,accountEnabled,owner\n1,Office 365 Exchange Online,00000002-0000-0ff1-ce00-000000000000,2020,,Microsoft Application,True,\n2,"Moneybird, the app",a,2021,https://moneybird.com/x,Enterprise Application,True,jan.devries@acme.nl\n',
    ['Moneybird, the app moneybird.com', 'Microsoft Entra ID entra.microsoft.com'],
    { 'application of the provider itself': 1 },
  ],
  'Entra sign-ins as CSV': [
    '"Date (UTC)","Request ID","User ID","User","Username","Application","Application ID ","App owner tenant ID","Resource","Resource ID ","IP address","Status"\n"2026-11-20","r","u","Jan de Vries","jan.devries@acme.nl","Office 365 Exchange Online","00000002-0000-0ff1-ce00-000000000000","f8cdef31-a31e-4b4a-93e4-5f571e91255a","Microsoft Graph","g","10.1.1.1","Success"\n"2026-11-20","r","u","Jan de Vries","jan.devries@acme.nl","Salesforce","a","b","Microsoft Graph","g","10.1.1.1","Success"\n"2026-11-21","r","u","Piet","piet@acme.nl","Salesforce","a","b","x","g","10.1.1.1","Success"\n"2026-11-21","r","u","Piet","piet@acme.nl","Miro","c","b","x","g","10.1.1.1","Failure"\n',
    ['Salesforce ', 'Microsoft Entra ID entra.microsoft.com'],
    { 'application of the provider itself': 1, 'sign-in that failed, or access that was taken back': 1 },
  ],
  'Entra sign-ins as JSON': [
    JSON.stringify({
      value: [
        ['Salesforce', 0],
        ['Miro', 50126],
      ].map(([appDisplayName, errorCode]) => ({
        userDisplayName: 'Jan de Vries',
        userPrincipalName: 'jan.devries@acme.nl',
        appId: 'a',
        appDisplayName,
        resourceDisplayName: 'Microsoft Graph',
        status: { errorCode },
      })),
    }),
    ['Salesforce ', 'Microsoft Entra ID entra.microsoft.com'],
    { 'sign-in that failed, or access that was taken back': 1 },
  ],
  'Google’s log as JSON': [
    JSON.stringify({
      kind: 'admin#reports#activities',
      items: [
        ['authorize', 'Zoom', '123.apps.googleusercontent.com'],
        ['authorize', 'Google Chrome', '77185425430.apps.googleusercontent.com'],
        ['revoke', 'Trello', '9.apps.googleusercontent.com'],
      ].map(([name, app, client]) => ({
        kind: 'admin#reports#activity',
        actor: { email: 'jan.devries@acme.nl' },
        events: [
          {
            name,
            parameters: [
              { name: 'client_id', value: client },
              { name: 'app_name', value: app },
              { name: 'scope', multiValue: ['openid'] },
            ],
          },
        ],
      })),
    }),
    ['Zoom ', 'Google Workspace workspace.google.com'],
    { 'application of the provider itself': 1, 'sign-in that failed, or access that was taken back': 1 },
  ],
  'Google CSV': [
    'Date,Application name,Event,User,Client ID,Scope\n2026-11-01,Zoom,Authorize,jan.devries@acme.nl,123.apps.googleusercontent.com,openid\n2026-11-02,Zoom,Authorize,piet@acme.nl,123.apps.googleusercontent.com,openid\n2026-11-02,Google Chrome,Authorize,piet@acme.nl,77185425430.apps.googleusercontent.com,x\n',
    ['Zoom ', 'Google Workspace workspace.google.com'],
    { 'application of the provider itself': 1 },
  ],
  Okta: [
    JSON.stringify([
      {
        id: '0oa1',
        name: 'slack',
        label: 'Slack',
        status: 'ACTIVE',
        signOnMode: 'SAML_2_0',
        settings: { app: { url: 'https://acme.slack.com' } },
        credentials: { userNameTemplate: { template: 'jan.devries' } },
      },
      { id: '0oa2', name: 'saasure', label: 'Okta Admin Console', status: 'ACTIVE', signOnMode: 'OPENID_CONNECT' },
      { id: '0oa3', name: 'box', label: 'Box', status: 'INACTIVE', signOnMode: 'SAML_2_0' },
    ]),
    ['Slack slack.com', 'Okta okta.com'],
    { 'application of the provider itself': 1, 'application that is switched off': 1 },
  ],
}

test.each(Object.entries(files))(
  '%s: the applications that were chosen, nobody who uses them',
  async (_, [text, names, ignored]) => {
    expect(sureness(signOn, text)).toBeGreaterThan(0.9)
    const read = await readWith(signOn, text)
    expect(read.traces.map(({ name, domain = '' }) => `${name} ${domain}`)).toEqual(names)
    expect(read.ignored).toEqual(ignored)
    expect(JSON.stringify(read)).not.toMatch(/jan|devries|piet/)
  },
)

test('refuses JSON that breaks off, and does not take other tables', async () => {
  await expect(readWith(signOn, graph.slice(0, 300))).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
  expect(sureness(signOn, 'id,name,amount\n1,a,2\n')).toBe(0)
  expect(sureness(signOn, '{"name": "my-package", "dependencies": {}}')).toBe(0)
})
