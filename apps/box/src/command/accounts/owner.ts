import { text } from 'node:stream/consumers'
import { type Account, NabijError } from '@nabij/base'
import { runningClient } from '../box-client.ts'
import { type Call, optionText, type Run } from '../verb.ts'
import { makeOwnFolder, withAccounts } from './own-accounts.ts'

/** `nabij owner`: who can run this can read all data anyway; it asks for no old password. */
export const owner: Run = async (call) => {
  const name = optionText(call, 'name') ?? (await ask(call, 'name'))
  const password = call.options['passwordStdin']
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : await ask(call, 'password')
  if (name.trim() === '' || name.length > 80) throw misuse(call)
  const client = runningClient(call)
  const made = client
    ? await client.send<Account>('POST', '/owner', { name, password })
    : await makeWithoutBox(call, name, password)
  if (call.json) call.terminal.print(JSON.stringify(made))
  else
    call.terminal.print(
      call.say(`${made.name} is nu eigenaar en kan inloggen.`, `${made.name} is an owner now and can log in.`),
    )
  return 0
}

async function makeWithoutBox(call: Call, name: string, password: string): Promise<Account> {
  await makeOwnFolder(call.root)
  const who = { kind: 'local', id: null, name: null, role: 'owner' } as const
  return withAccounts(call.root, (accounts) => accounts.resetOwner(name, password, { who, from: null }))
}

async function ask(call: Call, what: 'name' | 'password'): Promise<string> {
  if (call.json || !call.terminal.canAsk) throw misuse(call)
  const prompts = await import('@clack/prompts')
  const answer =
    what === 'name'
      ? await prompts.text({ message: call.say('Hoe heet de eigenaar?', 'What is the owner called?') })
      : await prompts.password({
          message: call.say('Wachtwoord (minstens 12 tekens)', 'Password (at least 12 characters)'),
        })
  if (typeof answer !== 'string') throw misuse(call)
  return answer
}

function misuse(call: Call): NabijError {
  return new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say('Naam of wachtwoord ontbreekt', 'Name or password is missing'),
    hint: call.say(
      'Geef --name en --password-stdin als niemand kan typen.',
      'Give --name and --password-stdin where nobody can type.',
    ),
  })
}
