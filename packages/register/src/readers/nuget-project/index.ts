import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { readXml } from '../../software/read-xml.ts'

const references = new Set(['PackageReference', 'PackageVersion', 'GlobalPackageReference', 'DotNetCliToolReference'])

/** .csproj, .fsproj, .vbproj, Directory.Packages.props and packages.config of .NET. */
export const nugetProject: EvidenceReader = {
  id: 'nuget-project',
  recognise(head) {
    const name = baseName(head.name)
    if (/\.(?:cs|fs|vb|sql|vcx|nu)proj$|^directory\.[\w.]*(?:props|targets)$/.test(name))
      return /<Project\b/.test(head.text) ? 1 : 0
    if (/<packages>/.test(head.text) && /<package\s[^>]*\bid=/.test(head.text))
      return name === 'packages.config' ? 1 : 0.8
    return /<(?:PackageReference|PackageVersion)\s/.test(head.text) ? 0.9 : name === 'packages.config' ? 0.6 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let inner: string | undefined
    await readXml(file, signal, {
      close(element) {
        const { name, path, line, text } = element
        const parent = path.at(-1) ?? ''
        if (name === 'Version' && references.has(parent)) inner = text
        const id = references.has(name)
          ? (element.attribute('Include') ?? element.attribute('Update'))
          : name === 'package' && parent === 'packages'
            ? element.attribute('id')
            : undefined
        if (id !== undefined) {
          const version = element.attribute('Version') ?? element.attribute('version') ?? inner
          const development = /^(?:all|true)$/i.test(
            element.attribute('PrivateAssets') ?? element.attribute('developmentDependency') ?? '',
          )
          found.add('nuget', id, { version, depth: 'direct', development, locator: `line ${line}` })
          inner = undefined
        } else if (name === 'Project' && path.length === 0) {
          // The toolkit itself: `Microsoft.NET.Sdk.Web`.
          const kit = element.attribute('Sdk')?.split('/')[0]
          if (kit) found.add('nuget', kit, { depth: 'direct', locator: `line ${line}` })
        }
      },
    })
    found.finish()
  },
}
