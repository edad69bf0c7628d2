import { statSync } from 'node:fs'
import { type KnowledgeChange, type KnowledgeUpdate, NabijError } from '@nabij/base'
import { type Call, type Run, word } from '../verb.ts'
import { withKnowledge } from './at-hand.ts'

/** `nabij knowledge update`: newer knowledge from a file, and what it changes for you. */
export const update: Run = async (call) => {
  const isUndo = call.options['undo'] === true
  const path = word(call, 0)
  if (isUndo === (path !== '')) {
    const reason = call.say('Noem een bestand, of --undo', 'Name a file, or --undo')
    throw new NabijError('NABIJ_COMMAND_USE', { reason, hint: 'nabij knowledge update --help' })
  }
  if (!isUndo && !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new NabijError('NABIJ_COMMAND_FILE', { path, reason: 'ENOENT' })
  const isPreview = call.options['dryRun'] === true
  const done = await withKnowledge(call, (knowledge) => (isUndo ? knowledge.undo() : knowledge.update(path, isPreview)))
  if (call.json) call.terminal.print(JSON.stringify(done))
  else for (const line of updateLines(done, call)) call.terminal.print(line)
  return 0
}

function updateLines({ now, before, vendors, changes, installed }: KnowledgeUpdate, call: Call): string[] {
  const { added, gone, changed } = vendors
  return [
    call.say(
      `Kennis ${before.version} → ${now.version} (${now.made}), ${now.vendors} leveranciers`,
      `Knowledge ${before.version} → ${now.version} (${now.made}), ${now.vendors} vendors`,
    ),
    `sha256 ${now.sha256}`,
    call.say(
      `${added} leveranciers erbij, ${gone} weg, ${changed} anders. Voor jouw register ${changes.length} verschillen${changes.length > 0 ? ':' : '.'}`,
      `${added} vendors more, ${gone} gone, ${changed} otherwise. For your register ${changes.length} differences${changes.length > 0 ? ':' : '.'}`,
    ),
    ...changes.flatMap((change) => changeLines(change, call)),
    installed && now.installedAt !== null
      ? call.say('In gebruik. Terug: nabij knowledge update --undo', 'In use. Back: nabij knowledge update --undo')
      : installed
        ? call.say(
            'In gebruik is weer de kennis van nabij zelf.',
            'In use is the knowledge that came with nabij again.',
          )
        : call.say('Alleen bekeken; er is niets veranderd.', 'Only looked at; nothing was changed.'),
  ]
}

function changeLines({ kind, name, what, before, after, text, source, own }: KnowledgeChange, call: Call): string[] {
  const none = call.say('niets', 'nothing')
  const about = what && !text ? `${kind} ${what}` : kind
  const mine = own ? call.say(' (je eigen opgave blijft gelden)', ' (your own statement still counts)') : ''
  return [
    `  ${name}: ${about}: ${before ?? none} → ${after ?? none}${mine}`,
    ...(text ? [`    ${text[call.language]}`] : []),
    ...(source ? [`    ${source.address}, ${source.readOn}`] : []),
  ]
}
