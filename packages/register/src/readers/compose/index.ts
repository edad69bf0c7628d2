import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { flowItems, flowMap, readYaml } from '../../software/read-yaml.ts'

/** compose.yaml of Docker and Podman: images, and names of variables. */
export const compose: EvidenceReader = {
  id: 'compose',
  recognise(head) {
    const services = /^services:\s*(?:#.*)?$/m.test(head.text)
    if (/^(?:docker-)?compose[\w.-]*\.ya?ml$/.test(baseName(head.name))) return services ? 1 : 0.5
    return services && /^ {1,8}(?:image|build):\s/m.test(head.text) && !/^apiVersion:/m.test(head.text) ? 0.8 : 0
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const locator = `line ${line}`
      const parent = path.at(-1)
      if (key === 'image' && path[0] === 'services' && path.length === 2 && value !== '') images.add(value, locator)
      // Version 1 had its services at the top.
      else if (key === 'image' && path.length === 1 && value !== '') images.add(value, locator)
      // `db: {image: postgres:16}`, a whole service on one line.
      else if (path[0] === 'services' && path.length === 1 && value.startsWith('{'))
        images.add(flowMap(value).get('image') ?? '', locator)
      else if (key === 'environment') for (const item of flowItems(value)) listed('', item.replace(':', '='), locator)
      else if (parent === 'environment') variables.add(key, locator)
      else if (parent === '-' && path.at(-2) === 'environment') listed(key, value, locator)
    })

    /** `- NAME=value`, `- NAME` (taken over from outside). */
    function listed(key: string, value: string, locator: string): void {
      const [name = '', given] = (key || value).split('=', 2)
      if (given !== undefined || key !== '' || /^[A-Z][A-Z0-9_]*$/.test(name)) variables.add(name, locator)
    }
  },
}
