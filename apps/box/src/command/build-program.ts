import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Language } from '@nabij/base'
import { Command, Option } from 'commander'
import envPaths from 'env-paths'
import { helpInLanguage } from './help.ts'
import type { Terminal } from './terminal.ts'
import { usageError } from './usage-error.ts'
import type { Call, Verb } from './verb.ts'
import { nouns } from './verbs.ts'

interface Setting {
  language: Language
  version: string
  terminal: Terminal
}

type Given = Pick<Call, 'args' | 'options' | 'root'>

/** The command as commander knows it, made from the list of verbs. */
export function buildProgram(
  verbs: readonly Verb[],
  setting: Setting,
  run: (verb: Verb, given: Given) => Promise<void>,
): Command {
  const { language } = setting
  const program = dressed(new Command('nabij'), setting)
    .description(
      language === 'nl'
        ? 'Waar je bedrijf van afhangt, en AI die hier draait in plaats van elders.'
        : 'What your company depends on, and AI that runs here instead of elsewhere.',
    )
    .version(setting.version, '-V, --version', language === 'nl' ? 'toon de versie' : 'show the version')
  for (const option of commonOptions(language)) program.addOption(option)
  const parents = new Map<string, Command>()
  for (const verb of verbs) {
    const [first, second] = verb.words
    const parent = second === undefined ? program : parentOf(first)
    parent.addCommand(commandOf(verb, second ?? first))
  }
  return program

  function parentOf(noun: string): Command {
    const known = parents.get(noun)
    if (known) return known
    const parent = dressed(new Command(noun), setting).description(nouns[noun]?.[language] ?? '')
    parents.set(noun, parent)
    program.addCommand(parent)
    return parent
  }

  function commandOf(verb: Verb, name: string): Command {
    const command = dressed(new Command(name), setting).description(verb.text[language])
    for (const argument of verb.args ?? []) command.argument(argument.name, argument.text[language])
    for (const { flags, text, required, parse } of verb.options ?? []) {
      const option = new Option(flags, text[language]).makeOptionMandatory(required ?? false)
      if (parse) option.argParser((typed) => parse(typed, option.long ?? flags))
      command.addOption(option)
    }
    for (const option of commonOptions(language)) command.addOption(option)
    const exit = verb.exit && `\n${language === 'nl' ? 'Exitcode' : 'Exit code'}: ${verb.exit[language]}`
    const examples = verb.examples.map((line) => `  $ ${line}`).join('\n')
    command.addHelpText('after', `${exit ?? ''}\n${language === 'nl' ? 'Voorbeeld:' : 'Example:'}\n${examples}`)
    return command.action(async () => {
      const options = command.optsWithGlobals<Record<string, unknown>>()
      await run(verb, { args: command.processedArgs as Call['args'], options, root: rootOf(options['data']) })
    })
  }
}

function commonOptions(language: Language): Option[] {
  const nl = language === 'nl'
  return [
    new Option(
      '--json',
      nl ? 'antwoord als JSON; een fout is {"error": …}' : 'answer as JSON; an error is {"error": …}',
    ),
    new Option(
      '--data <dir>',
      nl ? 'map met de gegevens (anders NABIJ_DATA)' : 'folder with the data (else NABIJ_DATA)',
    ),
    new Option('--lang <language>', nl ? 'taal: nl of en' : 'language: nl or en').choices(['nl', 'en']),
  ]
}

/** Where all data is: what was asked for, else NABIJ_DATA, else the place that this kind of computer has for it. */
function rootOf(asked: unknown): string {
  const given = typeof asked === 'string' ? asked : process.env['NABIJ_DATA']
  if (!given) return envPaths('nabij', { suffix: '' }).data
  return resolve(given.startsWith('~/') ? join(homedir(), given.slice(2)) : given)
}

/** In the reader's language, and with our own errors in place of commander's. */
function dressed(command: Command, { language, terminal }: Setting): Command {
  return helpInLanguage(command, language)
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(error, command, language)
    })
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      // Errors are told by tellFailure; help that is shown because a verb is missing goes the same way.
      writeErr: () => undefined,
    })
    .allowExcessArguments(false)
}
