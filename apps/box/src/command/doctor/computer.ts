import { spawnSync } from 'node:child_process'
import { statfsSync, statSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { formatBytes } from '../format.ts'
import { type Check, ok, problem, warning } from './check.ts'

const GB = 1e9

/** The computer itself. */
export const computerChecks: readonly Check[] = [
  {
    name: 'cores',
    title: { nl: 'Rekenkernen', en: 'Cores' },
    look({ say }) {
      const cores = availableParallelism()
      if (cores >= 2) return ok(String(cores))
      return warning(
        String(cores),
        say(
          'Met één kern keurt nabij trager, en de pagina wacht soms even.',
          'With one core nabij inspects slower, and the page waits at times.',
        ),
      )
    },
  },
  {
    name: 'memory',
    title: { nl: 'Geheugen', en: 'Memory' },
    look(call) {
      // A container may have less than the computer.
      const total = Math.min(totalmem(), process.constrainedMemory() || Infinity)
      const available = Math.min(process.availableMemory(), total)
      const found = call.say(
        `${formatBytes(total, call)}, vrij ${formatBytes(available, call)}`,
        `${formatBytes(total, call)}, free ${formatBytes(available, call)}`,
      )
      if (total < 1 * GB || available < 0.3 * GB)
        return problem(
          found,
          call.say('Sluit programma’s, of geef nabij minstens 2 GB.', 'Close programs, or give nabij at least 2 GB.'),
        )
      if (total < 1.9 * GB)
        return warning(
          found,
          call.say('Krap: met 2 GB of meer leert nabij vlot.', 'Tight: with 2 GB or more nabij teaches smoothly.'),
        )
      return ok(found)
    },
  },
  {
    name: 'disk',
    title: { nl: 'Schijfruimte', en: 'Disk space' },
    look(call) {
      const place = nearestFolder(call.root)
      const { bavail, bsize } = statfsSync(place)
      const free = bavail * bsize
      const found = call.say(
        `${formatBytes(free, call)} vrij bij ${place}`,
        `${formatBytes(free, call)} free at ${place}`,
      )
      if (free < 0.5 * GB)
        return problem(
          found,
          call.say(
            'Maak ruimte, of kies met --data een andere schijf.',
            'Make room, or choose another disk with --data.',
          ),
        )
      if (free < 5 * GB)
        return warning(
          found,
          call.say(
            'Genoeg om te beginnen; foto’s en back-ups vragen meer.',
            'Enough to begin; pictures and backups ask for more.',
          ),
        )
      return ok(found)
    },
  },
  {
    name: 'ffmpeg',
    title: { nl: 'ffmpeg (niet verplicht)', en: 'ffmpeg (optional)' },
    look({ say }) {
      const { status, stdout } = spawnSync('ffmpeg', ['-hide_banner', '-version'], { encoding: 'utf8', timeout: 5000 })
      if (status === 0) return ok(/ffmpeg version (\S+)/.exec(stdout)?.[1] ?? say('gevonden', 'found'))
      return ok(
        say(
          'niet gevonden; pas nodig voor netwerkcamera’s (RTSP), die in een latere versie komen',
          'not found; only needed for network cameras (RTSP), which come in a later version',
        ),
      )
    },
  },
]

/** The folder itself, or the nearest one above it that exists. */
export function nearestFolder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path
  const above = dirname(path)
  return above === path ? path : nearestFolder(above)
}
