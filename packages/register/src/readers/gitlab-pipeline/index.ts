import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { flowItems, flowMap, readYaml } from '../../software/read-yaml.ts'

/** .gitlab-ci.yml: GitLab itself (wherever it stands), images, services beside them, names of variables. */
export const gitlabPipeline: EvidenceReader = {
  id: 'gitlab-pipeline',
  recognise(head) {
    const name = baseName(head.name)
    const jobs = /^ {2,4}(?:script|stage):/m.test(head.text)
    if (/\.gitlab-ci\.ya?ml$/.test(name)) return 1
    return /\.ya?ml$/.test(name) &&
      jobs &&
      /^(?:stages|image|include|default|variables):/m.test(head.text) &&
      !/^(?:on|jobs|language|trigger|pool):/m.test(head.text)
      ? 0.7
      : 0
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    emit.record()
    emit.trace({
      kind: 'infrastructure',
      name: 'gitlab-ci',
      domain: 'gitlab.com',
      locator: 'line 1',
      text: 'GitLab pipeline',
    })
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const locator = `line ${line}`
      const parent = path.at(-1)
      if (key === 'image' && value !== '' && path.length <= 1) image(value, locator)
      else if (key === 'name' && parent === 'image' && path.length <= 2) images.add(value, locator)
      else if (key === 'services') for (const item of flowItems(value)) image(item, locator)
      else if (parent === '-' && path.at(-2) === 'services' && (key === '' || key === 'name'))
        images.add(value, locator)
      else if (parent === 'variables' && key !== '') variables.add(key, locator)
    })

    function image(value: string, locator: string): void {
      const name = value.startsWith('{') ? flowMap(value).get('name') : value
      if (name) images.add(name, locator)
    }
  },
}
