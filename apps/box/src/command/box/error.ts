import { type ErrorCode, errorCatalogue, NabijError } from '@nabij/base'
import { type Run, word } from '../verb.ts'

/** `nabij error CODE`: the page of a code. Places such as {path} are filled in where the error happens. */
export const error: Run = async (call) => {
  const typed = word(call, 0).toUpperCase()
  const code = typed.startsWith('NABIJ_') ? typed : `NABIJ_${typed}`
  if (!isCode(code)) {
    const reason = call.say(`${word(call, 0)} is geen foutcode van nabij`, `${word(call, 0)} is no error code of nabij`)
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: near(code) })
  }
  const { status, exit, ...texts } = errorCatalogue[code]
  const text = texts[call.language]
  if (call.json) call.terminal.print(JSON.stringify({ code, status, exit, ...text }))
  else for (const line of [code, '', text.title, '', text.meaning, text.action]) call.terminal.print(line)
  return 0
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}

/** Codes that begin the same way: whoever mistypes one sees it. */
function near(code: string): string {
  const codes = Object.keys(errorCatalogue)
  for (let length = code.length; length > 'NABIJ_'.length; length--) {
    const found = codes.filter((each) => each.startsWith(code.slice(0, length)))
    if (found.length > 0) return found.slice(0, 6).join(', ')
  }
  return codes
    .map((each) => each.split('_', 2).join('_'))
    .filter((each, at, all) => all.indexOf(each) === at)
    .join('…, ')
    .concat('…')
}
