import { NabijError, type Station } from '@nabij/base'
import type { BoxClient } from '../box-client.ts'
import type { Call } from '../verb.ts'

/** The station that a person means: by id, by the beginning of an id, or by name. @throws NabijError NABIJ_COMMAND_USE */
export async function findStation(client: BoxClient, call: Call, meant: string): Promise<Station> {
  const { stations } = await client.get<{ stations: Station[] }>('/stations')
  const same = (name: string) => name.toLowerCase() === meant.toLowerCase()
  const byId = stations.filter(({ id }) => id === meant)
  const byName = stations.filter(({ name }) => same(name))
  const byBeginning = meant.length >= 8 ? stations.filter(({ id }) => id.startsWith(meant)) : []
  const found = [byId, byName, byBeginning].find((each) => each.length > 0) ?? []
  const [station] = found
  if (station && found.length === 1) return station
  const reason = station
    ? call.say(
        `Er zijn ${found.length} stations die zo heten: ${meant}`,
        `There are ${found.length} stations with that name: ${meant}`,
      )
    : call.say(`Er is geen station dat zo heet: ${meant}`, `There is no station with that name: ${meant}`)
  const hint = (station ? found.map(({ id }) => id) : stations.map(({ name }) => name)).join(', ')
  throw new NabijError('NABIJ_COMMAND_USE', {
    reason,
    hint: hint || call.say('Maak er een met: nabij station create NAAM', 'Make one with: nabij station create NAME'),
  })
}
