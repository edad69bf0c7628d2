import { type Language, NabijError } from '@nabij/base'
import type { Command, CommanderError } from 'commander'

/** Commander's error as ours: which word was wrong, and what to type instead. */
export function usageError(error: CommanderError, command: Command, language: Language): Error {
  const cause: unknown = (error as { cause?: unknown }).cause
  if (cause instanceof NabijError) return cause
  const nl = language === 'nl'
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const path = pathOf(command)
  const meant = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const help = nl ? `Typ ${path} --help voor wat er kan.` : `Type ${path} --help to see what is possible.`
  const hint = meant ? `${nl ? `Bedoelde je ${meant}?` : `Did you mean ${meant}?`} ${help}` : help
  return new NabijError('NABIJ_COMMAND_USE', { reason: reasonOf(error.code, quoted, path, nl) ?? error.message, hint })
}

function reasonOf(code: string, quoted: string, path: string, nl: boolean): string | null {
  switch (code) {
    case 'commander.unknownCommand':
      return nl ? `${path} kent geen “${quoted}”` : `${path} knows no “${quoted}”`
    case 'commander.unknownOption':
      return nl ? `${path} kent de optie ${quoted} niet` : `${path} does not know the option ${quoted}`
    case 'commander.missingArgument':
      return nl ? `Er ontbreekt iets achter ${path}: ${quoted}` : `Something is missing after ${path}: ${quoted}`
    case 'commander.excessArguments':
      return nl ? `Achter ${path} staat een woord te veel` : `There is a word too many after ${path}`
    case 'commander.optionMissingArgument':
      return nl ? `Achter ${quoted} hoort nog iets` : `Something belongs after ${quoted}`
    case 'commander.missingMandatoryOptionValue':
      return nl ? `${path} heeft ${quoted} nodig` : `${path} needs ${quoted}`
    case 'commander.invalidArgument':
      return nl ? `De waarde bij ${quoted} kan niet` : `The value for ${quoted} is not possible`
    case 'commander.help':
      return nl ? `Wat wil je met ${path} doen?` : `What do you want ${path} to do?`
    default:
      return null
  }
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
