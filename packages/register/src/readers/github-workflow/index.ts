import type { EvidenceReader } from '../../reader.ts'
import { baseName } from '../../software/head.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { infrastructureInto } from '../../software/infrastructure.ts'
import { readYaml } from '../../software/read-yaml.ts'

/** Workflows of GitHub Actions (Forgejo and Gitea read them too) and action.yml: actions, images, names of secrets. */
export const githubWorkflow: EvidenceReader = {
  id: 'github-workflow',
  recognise(head) {
    if (!/\.ya?ml$/.test(baseName(head.name))) return 0
    const jobs = /^jobs:\s*$/m.test(head.text) && /^\s+(?:runs-on|uses):/m.test(head.text)
    if (/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+$/.test(head.name)) return jobs ? 1 : 0.5
    if (/^action\.ya?ml$/.test(baseName(head.name)) && /^runs:/m.test(head.text)) return 0.9
    return jobs && /^["']?on["']?:/m.test(head.text) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    const found = infrastructureInto(emit)
    const elsewhere = /(?:^|\/)\.(?:gitea|forgejo)\//.test(file.name)
    let said = elsewhere
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const locator = `line ${line}`
      const parent = path.at(-1)
      if (key === 'uses') {
        if (value.startsWith('docker://')) images.add(value.slice('docker://'.length), locator)
        else if (value.startsWith('.')) emit.ignored('own action of the project')
        else {
          const [owner, name] = (value.split('@', 1)[0] ?? '').split('/')
          if (owner && name) found.add(`${owner}/${name}`, 'action', locator)
        }
      } else if (key === 'runs-on' && !said) {
        // Machines of their own stand at home, but the work is still handed out by GitHub.
        said = true
        emit.record()
        emit.trace({
          kind: 'infrastructure',
          name: 'github-actions',
          domain: 'github.com',
          locator,
          text: 'GitHub Actions',
        })
      } else if ((key === 'image' || (key === 'container' && value !== '')) && path.includes('jobs'))
        images.add(value, locator)
      else if (parent === 'env' || parent === 'secrets') variables.add(key, locator)
      for (const [, name = ''] of value.matchAll(/\b(?:secrets|vars)\.([A-Za-z_]\w*)/g)) variables.add(name, locator)
    })
  },
}
