import type { Language } from '@nabij/base'
import type { Command } from 'commander'

const dutch: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Global Options:': 'Algemene opties:',
  'Commands:': 'Commando’s:',
}

/** Gives commander's own words the language of the reader. */
export function helpInLanguage(command: Command, language: Language): Command {
  const nl = language === 'nl'
  return command
    .helpOption('-h, --help', nl ? 'toon deze uitleg' : 'show this help')
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: false,
      styleTitle: (title) => (nl ? (dutch[title] ?? title) : title),
      optionDescription: ({ description }) => description,
      subcommandTerm: (sub) =>
        [
          sub.name(),
          ...sub.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`)),
        ].join(' '),
    })
}
