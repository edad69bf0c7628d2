import { NabijError, type OwnModel } from '@nabij/base'
import type { BoxClient } from '../box-client.ts'
import type { Call } from '../verb.ts'

/** The model that a person means: by id, by the beginning of an id, or by name. @throws NabijError NABIJ_COMMAND_USE */
export async function findModel(client: BoxClient, call: Call, meant: string): Promise<OwnModel> {
  const { models } = await client.get<{ models: OwnModel[] }>('/models')
  const byName = models.filter(({ name }) => name.toLowerCase() === meant.toLowerCase())
  const byId = models.filter(({ id }) => id === meant || (meant.length >= 8 && id.startsWith(meant)))
  const found = byName.length > 0 ? byName : byId
  const [model] = found
  if (model && found.length === 1) return model
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason: call.say(`Er is niet één model dat zo heet: ${meant}`, `There is not one model of this name: ${meant}`),
    hint: models.map(({ name, id }) => `${name} (${id})`).join(', ') || 'nabij model add --help',
  })
}
