import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { installed } from './index.ts'

const lists: Record<string, [text: string, programs: string[]]> = {
  'winget export': [
    JSON.stringify({
      $schema: 'https://aka.ms/winget-packages.schema.2.0.json',
      Sources: [
        {
          Packages: [
            { PackageIdentifier: 'SlackTechnologies.Slack', Version: '4' },
            { PackageIdentifier: 'Microsoft.VisualStudioCode' },
          ],
          SourceDetails: { Name: 'winget' },
        },
      ],
    }),
    ['Slack | Slack Technologies', 'Visual Studio Code | Microsoft'],
  ],
  'winget list': [
    'Naam                         Id                         Versie    Beschikbaar Bron\n-------------------------------------------------------------------------------\nSlack (machine)              SlackTechnologies.Slack    4.35.126  4.36        winget\nAFAS Pocket                  {A1B2-C3}                  2.1\n',
    ['Slack | Slack Technologies', 'AFAS Pocket | '],
  ],
  registry: [
    '#TYPE Selected.System.Management.Automation.PSCustomObject\n"DisplayName","DisplayVersion","Publisher","InstallDate"\n"SOLIDWORKS 2024 SP1 (x64)","32.10","Dassault Systemes SolidWorks Corp","20240101"\n"Security Update for Microsoft Office (KB5002222)","1","Microsoft","20240101"\n"TeamViewer 15.50.5","15.50.5","TeamViewer","20240101"\n',
    ['SOLIDWORKS 2024 SP1 | Dassault Systemes SolidWorks Corp', 'TeamViewer | TeamViewer'],
  ],
  wmic: [
    'Node,Name,Vendor,Version\nPC-JAN,AutoCAD 2025,Autodesk,25.0\nPC-PIET,AutoCAD 2025,Autodesk,25.0\n',
    ['AutoCAD 2025 | Autodesk'],
  ],
  'winget as CSV': [
    '"Name","Id","Source","InstalledVersion","IsUpdateAvailable"\n"AutoCAD 2025","Autodesk.AutoCAD","winget","25.0","False"\n',
    ['AutoCAD 2025 | '],
  ],
  inventory: [
    'Software;Publisher;Version;Computer\nSlack;Slack Technologies;4.41;PC-JAN\n',
    ['Slack | Slack Technologies'],
  ],
  Intune: [
    'ApplicationId,ApplicationName,ApplicationPublisher,ApplicationVersion,DeviceName,Platform,UserName,EmailAddress\n1,Zoom Workplace,"Zoom Video Communications, Inc.",6,LAPTOP-JAN,Windows,Jan de Vries,jan@acme.nl\n1,Zoom Workplace,"Zoom Video Communications, Inc.",6,LAPTOP-PIET,Windows,Piet,piet@acme.nl\n',
    ['Zoom Workplace | Zoom Video Communications, Inc.'],
  ],
  dpkg: [
    'Desired=Unknown/Install/Remove/Purge/Hold\n| Status=Not/Inst\n|/ Err?=(none)/Reinst-required\n||/ Name            Version   Architecture Description\n+++-===============-=========-============-=====\nii  slack-desktop   4.35      amd64        Slack\nii  libc6:amd64     2.36      amd64        GNU C\nrc  old-thing       1         amd64        gone\n',
    ['slack-desktop | '],
  ],
  rpm: [
    'slack-4.35.126-0.1.el8.x86_64\npostgresql-server-15.3-1.el9.x86_64\ntzdata-2024a-1.el9.noarch\n',
    ['slack | ', 'postgresql-server | ', 'tzdata | '],
  ],
  brewfile: [
    'tap "homebrew/cask"\nbrew "postgresql@15"\ncask "slack"\nmas "Xcode", id: 497799835\n',
    ['postgresql@15 | ', 'slack | ', 'Xcode | '],
  ],
  brew: ['awscli 2.15.0\nnode@20 20.11.0\nterraform 1.7.1\n', ['awscli | ', 'node | ', 'terraform | ']],
}

test.each(Object.entries(lists))('%s', async (_, [text, programs]) => {
  expect(sureness(installed, text)).toBeGreaterThan(0.5)
  const read = await readWith(installed, text)
  expect(read.traces.map(({ name, also = '' }) => `${name} | ${also}`)).toEqual(programs)
  expect(JSON.stringify(read)).not.toMatch(/jan|piet|acme/i)
})

test('does not take other text, and refuses what breaks off', async () => {
  expect(sureness(installed, 'Datum;Naam;Bedrag\n2026-01-01;A;1\n')).toBe(0)
  expect(sureness(installed, 'Name,Vendor,Price\nChair,IKEA,40\n')).toBe(0)
  expect(sureness(installed, 'requests==2.31.0\nboto3==1.34\nflask==3.0\n')).toBe(0)
  await expect(readWith(installed, (lists['winget export']?.[0] ?? '').slice(0, 150))).rejects.toMatchObject({
    code: 'NABIJ_EVIDENCE_UNREADABLE',
  })
})
