import { execFile } from 'node:child_process'
import { NabijError } from '@nabij/base'

/** What a program needs to run at all. No proxies, no tokens, nothing that makes ffmpeg write reports. */
export function environment(all: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'SystemRoot', 'LD_LIBRARY_PATH']
  return {
    ...Object.fromEntries(kept.filter((name) => all[name] !== undefined).map((name) => [name, all[name]])),
    LC_ALL: 'C',
  }
}

/**
 * The version of ffmpeg, "7.1". Builds without a number are taken for new.
 * @throws NabijError NABIJ_FFMPEG_MISSING, NABIJ_FFMPEG_OLD
 */
export async function requireFfmpeg(program: string): Promise<string> {
  const said = await new Promise<string>((resolve, reject) => {
    const options = { env: environment(), timeout: 20_000, maxBuffer: 2 ** 20, windowsHide: true }
    execFile(program, ['-hide_banner', '-version'], options, (error, stdout) => {
      if (error) reject(new NabijError('NABIJ_FFMPEG_MISSING', {}, error))
      else resolve(stdout)
    })
  })
  const [, major, minor] = /^ffmpeg version n?(\d+)\.(\d+)/.exec(said) ?? []
  if (!said.startsWith('ffmpeg version')) throw new NabijError('NABIJ_FFMPEG_MISSING')
  if (major === undefined) return '?'
  const version = `${major}.${minor}`
  // 5.1 was the first that takes options in the list on its standard input, and `-fps_mode`.
  if (Number(major) < 5 || version === '5.0') throw new NabijError('NABIJ_FFMPEG_OLD', { version })
  return version
}
