import type { EvidenceReader } from '../../reader.ts'
import { imagesInto, variablesInto } from '../../software/images.ts'
import { readYaml } from '../../software/read-yaml.ts'

/** Manifests of Kubernetes, OpenShift, Knative and Kustomize: images, names of variables, whose extensions are used. */
export const kubernetes: EvidenceReader = {
  id: 'kubernetes',
  recognise(head) {
    if (!/^apiVersion:\s*\S/m.test(head.text) || !/^kind:\s*\S/m.test(head.text)) return 0
    // A Helm chart says `apiVersion` too, but has no kind.
    return 0.9
  },
  async read(file, emit, signal) {
    const images = imagesInto(emit)
    const variables = variablesInto(emit)
    const groups = new Set<string>()
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const locator = `line ${line}`
      const parent = path.at(-1)
      if (path.length === 0 && key === 'apiVersion') extension(value, locator)
      else if (key === 'image' && value !== '') images.add(value, locator)
      else if (key === 'newName' && path.includes('images')) images.add(value, locator)
      else if (key === 'name' && parent === '-' && path.at(-2) === 'env') variables.add(value, locator)
      else if ((parent === 'data' || parent === 'stringData') && path.length === 1) variables.add(key, locator)
      else if (key === 'provisioner' && path.length === 0) extension(value, locator)
    })

    /** `eks.amazonaws.com/v1`, `ebs.csi.aws.com`: whose cluster it is. Those of Kubernetes itself say nothing. */
    function extension(value: string, locator: string): void {
      const domain = value.split('/', 1)[0]?.toLowerCase() ?? ''
      if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(domain) || /(?:^|\.)k8s\.io$/.test(domain)) return
      emit.record()
      if (groups.has(domain) || groups.size > 1000) return
      groups.add(domain)
      emit.trace({ kind: 'infrastructure', name: domain, domain, locator, text: `Kubernetes · ${domain}` })
    }
  },
}
