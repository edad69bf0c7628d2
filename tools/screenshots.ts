// Makes docs/screenshots/ from the real page on a real box: each screen in Dutch on a desktop, in Dutch on a phone,
// and in English in the dark. Give names of screens to make only those; `register-*` are all that begin with it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '@nabij/base'
import { madeUpCompany } from '@nabij/simulators'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { comparedRoute } from '../tests/page/compared-route.ts'
import { asFiles, badBiscuit, patience, settled, taughtStation } from '../tests/page/support.ts'
import { biscuitPhotos } from '../tests/support/biscuits.ts'
import { startBox, temporaryRoot } from '../tests/support/box.ts'
import { launchBrowser, noBrowser, openPage, phone } from '../tests/support/browser.ts'
import { bodyOf, call, createStation, finished, postFrame } from '../tests/support/client.ts'

const out = join(import.meta.dirname, '..', 'docs', 'screenshots')
const largest = 200_000

const crucial: Record<string, object> = {
  'microsoft-365': { crucial: true, process: 'Kantoor', contractEnd: '2027-03-01', noticeDays: 60 },
  'exact-online': { crucial: true, process: 'Productie' },
  moneybird: { crucial: true, process: 'Boekhouding' },
}

const looks: Record<string, BrowserContextOptions> = {
  'nl-desktop': { locale: 'nl-NL' },
  'nl-phone': { ...phone, locale: 'nl-NL' },
  'en-dark': { locale: 'en-GB', colorScheme: 'dark' },
}

interface Screen {
  path: string
  /** Brings the screen to what is worth seeing. */
  act?: (page: Page) => Promise<unknown>
}

if (noBrowser) throw new Error(noBrowser)
const wanted = process.argv.slice(2)
const { root, remove } = temporaryRoot()
const box = await startBox(root)
const browser = await launchBrowser()
mkdirSync(out, { recursive: true })
try {
  await shoot(browser, { doors: { path: '/', act: (page) => page.getByTestId('live-line').waitFor(patience) } })
  await shoot(browser, { 'stations-empty': { path: '/stations' }, 'station-new': { path: '/stations/new' } })
  await shoot(browser, { 'register-empty': { path: '/register' }, 'register-tick': { path: '/register/tick' } })
  await shoot(browser, await withRegister())
  // Teaching takes a while: only where one of its screens is wanted.
  if (!wanted.every((name) => /^(register|moves)-/.test(name)) || wanted.length === 0)
    await shoot(browser, await withOwnStations())
  if (wanted.some((name) => name.startsWith('moves-')) || wanted.length === 0) await shootMoves(browser)
} finally {
  await browser.close()
  await box.stop()
  remove()
}

/** The register of a made-up company, from its statement, zone, sign-on and lock file, and the screens that show it. */
async function withRegister(): Promise<Record<string, Screen>> {
  const { name, files } = madeUpCompany({ year: 2025, seed: 1 })
  await send('/register/settings', { company: name }, 'PATCH')
  for (const file of files) {
    const path = `/register/evidence?name=${encodeURIComponent(file.name)}`
    await call(box.address, path, { method: 'POST', body: file.text })
  }
  for (const [id, notes] of Object.entries(crucial)) await send(`/register/services/${id}`, notes, 'PATCH')
  await send('/register/letters', { serviceId: 'microsoft-365', lang: 'nl' })
  return {
    'register-overview': { path: '/register' },
    'register-list': { path: '/register/list' },
    'register-service': { path: '/register/services/microsoft-365' },
    'register-exit': { path: '/register/services/microsoft-365/exit' },
    'register-vendor': { path: '/register/vendors/exact' },
    'register-map': { path: '/register/map' },
    'register-scenarios': { path: '/register/scenarios' },
    'register-path': { path: '/register/path' },
    'register-evidence': { path: '/register/evidence' },
    'register-questions': { path: '/register/questions' },
    'register-check': { path: '/register/check?q=Zoom' },
    'register-knowledge': { path: '/register/knowledge' },
    'register-letters': { path: '/register/letters' },
    'register-answers': { path: '/register/answers' },
  }
}

/** A connection with its cloud beside it, a move, a case of money, and whether a chip is needed. */
async function shootMoves(browser: Browser): Promise<void> {
  const { station } = await taughtStation(box.address, 'Koekjes', 6)
  const { route, stop } = await comparedRoute(box.address, station.id, await biscuitPhotos(4, 60))
  await send('/register/services', { productId: 'azure-custom-vision' })
  await send('/moves', { serviceId: 'azure-custom-vision', routeId: route })
  await send('/moves/azure-custom-vision/steps', { state: 'shadowing', note: 'Eerst een maand naast elkaar' })
  await send('/moves', { serviceId: 'microsoft-365' })
  const money = 'images=302400&device=jetson-orin-nano-super&watts=25&dollar=0.92&installation=800&hours=2&perHour=60'
  const never = 'cloud=rekognition-labels-eu-central-1&images=21000&dollar=0.92&hours=1&perHour=60'
  const connects = async (page: Page): Promise<void> => {
    await page.locator('input[maxlength="200"]').fill(`koekjes ${crypto.randomUUID().slice(0, 4)}`)
    await page.keyboard.press('Enter')
    await page.getByTestId('made').waitFor(patience)
  }
  try {
    await shoot(browser, {
      'moves-board': { path: '/moves' },
      'moves-one': { path: '/moves/services/azure-custom-vision' },
      'moves-money-empty': { path: '/moves/money' },
      'moves-money': { path: `/moves/money?cloud=azure-custom-vision-prediction-s0&${money}` },
      'moves-money-never': { path: `/moves/money?${never}` },
      'moves-drop-in': { path: '/moves/drop-in' },
      'moves-compare': { path: `/moves/drop-in/${route}` },
      'moves-chips': { path: '/moves/chips' },
      'moves-key': { path: '/moves/drop-in', act: connects },
    })
  } finally {
    stop()
  }
}

/** Two stations of one's own, one of them taught, and the screens that show them. */
async function withOwnStations(): Promise<Record<string, Screen>> {
  const { station, bad } = await taughtStation(box.address, 'Biscuits')
  const more = await biscuitPhotos(16, 9)
  for (const [index, picture] of more.entries()) {
    await postFrame(box.address, station.id, picture, `biscuit-${index + 30}.jpg`)
    if (index % 5 === 4) await postFrame(box.address, station.id, await badBiscuit(index), `biscuit-${index + 50}.jpg`)
  }
  await withMore(station.id)
  const odd = await badBiscuit(5)
  await postFrame(box.address, station.id, odd, 'biscuit-60.jpg')
  await createStation(box.address, 'Crackers', {
    kind: 'simulator',
    scene: 'biscuits',
    seed: 4,
    perSecond: 1,
    defectRate: 0.1,
  })
  const at = `/stations/${station.id}`
  const tryOne = async (page: Page): Promise<void> => {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(asFiles([odd]))
    await page.locator('[data-testid="heat"][data-drawn="true"]').waitFor(patience)
  }
  const losesTheBox = async (page: Page): Promise<void> => {
    await page.route('**/api/v1/events', (route) => route.abort())
    await page.reload()
    await page.getByTestId('quiet').waitFor(patience)
  }
  const everyStationSeen = (page: Page): Promise<void> =>
    page.getByRole('article').last().getByRole('img').waitFor(patience)
  const asksForKeys = async (page: Page): Promise<void> => {
    await settled(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor(patience)
  }
  return {
    overview: { path: '/', act: everyStationSeen },
    register: { path: '/register' },
    stations: { path: '/stations', act: everyStationSeen },
    station: { path: at },
    engineering: { path: `${at}/engineering` },
    setup: { path: `${at}/setup` },
    card: { path: `${at}/card` },
    shift: { path: `${at}/shift` },
    people: { path: '/people' },
    phone: { path: '/phone' },
    screen: { path: '/screen' },
    verdict: { path: `${at}/verdicts/${bad.id}` },
    'teach-photos': { path: `${at}/teach` },
    'teach-bad': { path: `${at}/teach?show=bad` },
    'teach-check': { path: `${at}/teach?step=check` },
    'teach-try': { path: `${at}/teach?step=try`, act: tryOne },
    data: { path: '/data' },
    'station-lost': { path: at, act: losesTheBox },
    keys: { path: '/register', act: asksForKeys },
    'not-found': { path: '/nothing' },
    sample: {
      path: '/sample/',
      act: (page) =>
        page
          .getByRole('article')
          .getByText(/^(Goed|Fout|Good|Bad)$/)
          .nth(1)
          .waitFor(patience),
    },
  }
}

/** What a station has after a while: photos of bad parts, an output, a rule, costs, and words of people. */
async function withMore(station: string): Promise<void> {
  const at = `/stations/${station}`
  for (const [index, kind] of ['barst', 'vlek', 'barst', 'vlek', 'barst', 'deuk'].entries())
    await call(box.address, `${at}/photos?label=bad&name=fout-${index + 1}.jpg&kind=${kind}`, {
      method: 'POST',
      body: bodyOf(await badBiscuit(index + 40)),
    })
  const taught = await call<Job>(box.address, `${at}/teach`, { method: 'POST' })
  await finished(box.address, taught.id)
  const card = {
    purpose: 'Barsten en vlekken in biscuits vinden voor het inpakken',
    oversight: 'De operator legt twijfelgevallen apart en beslist zelf',
    responsible: 'Ans de Vries',
  }
  const rules = [{ id: crypto.randomUUID(), verdict: 'fail', count: 3, of: 3 }]
  await send(at, { settings: { watt: 65, centsPerKwh: 28, card, rules } }, 'PATCH')
  await send(`${at}/outputs`, { kind: 'webhook', address: 'http://127.0.0.1:9/oordelen', on: ['fail', 'alarm'] })
  await send(`${at}/outputs`, {
    kind: 'mqtt',
    address: 'mqtt://127.0.0.1:9',
    topic: 'bakkerij/lijn-1',
    on: ['pass', 'fail'],
  })
  for (const [index, word] of [
    { label: 'bad', kind: 'barst' },
    { label: 'bad', kind: 'vlek' },
  ].entries()) {
    const { id } = await postFrame(box.address, station, await badBiscuit(index + 60), `biscuit-${index + 70}.jpg`)
    await send(`/verdicts/${id}/feedback`, word)
  }
}

function send<T>(path: string, value: object, method = 'POST'): Promise<T> {
  return call<T>(box.address, path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  })
}

async function shoot(browser: Browser, screens: Record<string, Screen>): Promise<void> {
  for (const [name, { path, act }] of Object.entries(screens)) {
    if (wanted.length > 0 && !wanted.some((one) => isCalled(name, one))) continue
    for (const [look, options] of Object.entries(looks)) {
      const { page, close } = await openPage(browser, options)
      await page.goto(box.address + path)
      await act?.(page)
      await settled(page)
      const file = `${name}-${look}.webp`
      writeFileSync(join(out, file), await compress(await page.screenshot()))
      console.log(file)
      await close()
    }
  }
}

/** Whether a screen goes by this name, or by a beginning with a star. */
function isCalled(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted
}

/** As good as fits. */
async function compress(picture: Buffer): Promise<Buffer> {
  for (const quality of [88, 80, 70]) {
    const small = await sharp(picture).webp({ quality }).toBuffer()
    if (small.length <= largest) return small
  }
  return sharp(picture).webp({ quality: 55 }).toBuffer()
}
