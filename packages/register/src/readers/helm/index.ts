import type { EvidenceReader } from '../../reader.ts'
import { hostOf } from '../../software/bom.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { readYaml } from '../../software/read-yaml.ts'

/** Helm: Chart.yaml (charts that it needs) and values files (images in parts). */
export const helm: EvidenceReader = {
  id: 'helm',
  recognise(head) {
    const name = baseName(head.name)
    const isChart =
      /^apiVersion:\s*v[12]\s*$/m.test(head.text) && /^name:\s/m.test(head.text) && /^version:\s/m.test(head.text)
    if (isChart && !/^kind:/m.test(head.text)) return 0.95
    if (/^(?:values[\w.-]*|.*[.-]values)\.ya?ml$/.test(name)) return 0.7
    return /^requirements\.yaml$|^chart\.lock$|^helmfile[\w.-]*\.ya?ml$/.test(name) &&
      /^(?:dependencies|releases):/m.test(head.text)
      ? 0.8
      : 0
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    const charts = dependenciesInto(emit)
    let image: { depth: number; line: number; registry: string; repository: string } | null = null
    let chart: { line: number; name: string; host: string } | null = null
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const parent = path.at(-1)
      const locator = `line ${line}`
      if (image && path.length < image.depth) flushImage()
      if (chart && (parent !== '-' || key === '') && path.length < 2) flushChart()
      if (parent === '-' && path[0] === 'dependencies' && path.length === 2) {
        if (key === 'name') {
          flushChart()
          chart = { line, name: value, host: chart?.host ?? '' }
        } else if (key === 'repository' && chart) chart.host = hostOf(value) ?? ''
      } else if (key === 'image' && value !== '') images.add(value, locator)
      else if (key === 'repository' || key === 'registry') {
        if (!/image/i.test(parent ?? '')) return
        if (!image || image.depth !== path.length) {
          flushImage()
          image = { depth: path.length, line, registry: '', repository: '' }
        }
        image[key] = value
      } else if (key === 'name' && parent === '-' && /env(?:vars)?$/i.test(path.at(-2) ?? ''))
        variables.add(value, locator)
      else if (parent !== undefined && /^(?:extraEnv|env|environment|envVars)$/i.test(parent) && key !== '')
        variables.add(key, locator)
    })
    flushImage()
    flushChart()
    charts.finish()

    function flushImage(): void {
      if (image?.repository)
        images.add([image.registry, image.repository].filter(Boolean).join('/'), `line ${image.line}`)
      image = null
    }

    function flushChart(): void {
      if (chart?.name) charts.add('helm', chart.name, { depth: 'direct', locator: `line ${chart.line}` })
      chart = null
    }
  },
}
