import { readFileSync, writeFileSync } from 'node:fs'
import { NabijError, type OwnRule, RuleBook, type RuleBookImport } from '@nabij/base'
import { newFile } from '../new-file.ts'
import { type Call, optionText, type Run } from '../verb.ts'
import { withRegister } from './at-hand.ts'

/** `nabij register rules`: what was decided, out to a file or in from one. */
export const rules: Run = (call) => {
  const from = optionText(call, 'import')
  if (from !== undefined) return takeIn(from, call)
  if (call.options['export'] !== undefined) return giveOut(call)
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say('Zeg of de regels eruit of erin moeten', 'Say whether the rules go out or come in'),
    hint: '--export | --import',
  })
}

async function giveOut(call: Call): Promise<0> {
  const typed = optionText(call, 'export')
  const path = typed === undefined ? null : newFile(typed)
  const text = JSON.stringify(await withRegister(call, (register) => register.ruleBook()), null, 2)
  if (path === null) call.terminal.print(text)
  else {
    writeFileSync(path, `${text}\n`)
    call.terminal.print(call.json ? JSON.stringify({ file: path }) : path)
  }
  return 0
}

async function takeIn(path: string, call: Call): Promise<0 | 1> {
  const book = bookAt(path)
  const how = { preview: call.options['preview'] === true, replace: call.options['replace'] === true }
  const brought = await withRegister(call, (register) => register.takeRuleBook(book, how))
  if (call.json) call.terminal.print(JSON.stringify(brought))
  else for (const line of broughtLines(brought, call)) call.terminal.print(line)
  return brought.conflicts.length > 0 && !how.replace ? 1 : 0
}

function bookAt(path: string): RuleBook {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: (error as NodeJS.ErrnoException).code }, error)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'JSON' }, error)
  }
  const book = RuleBook.safeParse(value)
  if (book.success) return book.data
  const [issue] = book.error.issues
  throw new NabijError('NABIJ_COMMAND_FILE', {
    path,
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  })
}

function broughtLines({ rules, apart, names, conflicts }: RuleBookImport, call: Call): string[] {
  const added = rules.added + apart.added + names.added
  const same = rules.same + apart.same + names.same
  const answer = (rule: OwnRule): string =>
    rule.name ?? rule.productId ?? call.say('geen software of cloud', 'no software or cloud')
  return [
    call.say(
      `${added} erbij, ${same} stonden er al, ${rules.replaced} vervangen.`,
      `${added} added, ${same} there already, ${rules.replaced} replaced.`,
    ),
    ...conflicts.map(({ words, ours, theirs }) =>
      call.say(
        `${words}: hier ${answer(ours)}, in het bestand ${answer(theirs)}`,
        `${words}: here ${answer(ours)}, in the file ${answer(theirs)}`,
      ),
    ),
  ]
}
