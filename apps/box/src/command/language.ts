import type { Language } from '@nabij/base'

/** The reader's language: `--lang`, else that of the system. Read before anything is parsed, for help and errors need it too. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1]
  if (asked === 'nl' || asked === 'en') return asked
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
  return /^nl/i.test(system) ? 'nl' : 'en'
}
