import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as engine, type Page } from 'playwright-core'

/** Why no browser can run here, or null: the Chromium that comes from npm exists for Linux on x64 only. */
export const noBrowser =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `no Chromium from npm for ${process.platform} ${process.arch}: the page's tests run on Linux x64`

/** Launches a headless Chromium that has nothing but this machine. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked()
  return engine.launch({
    executablePath: join(folder, 'chromium'),
    // Without nss on the machine the browser needs the libraries that came with it.
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), HOME: profileHome() },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    chromiumSandbox: false,
  })
}

/** Unpacks beside and renames: test files start at the same moment, and none may see half a browser. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `nabij-chromium-${packedVersion()}`)
  if (existsSync(folder)) return folder
  const usual = process.env['TMPDIR']
  const fresh = mkdtempSync(`${folder}-`)
  process.env['TMPDIR'] = fresh
  try {
    await chromium.executablePath()
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))))
  } finally {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
  }
  if (existsSync(folder)) rmSync(fresh, { recursive: true, force: true })
  else renameSync(fresh, folder)
  return folder
}

function packedVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'))
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** A home of its own: the browser writes caches, and a test leaves nothing behind in the user's. */
function profileHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'nabij-browser-'))
  process.once('exit', () => existsSync(home) && rmSync(home, { recursive: true, force: true }))
  return home
}

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

/** A new page in a context of its own; what the page's console calls an error is collected. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ ...desktop, locale: 'nl-NL', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { page, errors, close: () => context.close() }
}
