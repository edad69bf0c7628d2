import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { inlineValue, readToml } from '../../software/read-toml.ts'
import { blocksOf } from '../../text/index.ts'

const part = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}'
const coordinates = new RegExp(`["'](${part}):(${part})(?::([^"'@:]{1,60}))?(?:[:@][^"']*)?["']`, 'g')
const byWord = new RegExp(`group\\s*[:=]\\s*["'](${part})["']\\s*,\\s*name\\s*[:=]\\s*["'](${part})["']`)
const asksFor =
  /^\s*(?:\w*[iI]mplementation|\w*[aA]pi|\w*[cC]ompile(?:Only)?|\w*[rR]untime(?:Only)?|kapt\w*|ksp\w*|annotationProcessor|classpath|provided\w*|testFixtures|mavenBom|platform|enforcedPlatform|add|developmentOnly|debug\w*|release\w*|core\w*Desugaring)\b/
const plugin = new RegExp(`^\\s*(?:alias|id)\\s*\\(?\\s*["'](${part})["']\\)?(?:\\s+version\\s+["']([^"']+)["'])?`)

/** build.gradle and build.gradle.kts, version catalogues (libs.versions.toml) and gradle.lockfile. */
export const gradle: EvidenceReader = {
  id: 'gradle',
  recognise(head) {
    const name = baseName(head.name)
    if (/\.gradle(?:\.kts)?$/.test(name)) return head.text === '' ? 0 : 0.9
    if (name.endsWith('.versions.toml'))
      return /^\[(?:libraries|versions|plugins|bundles)\]/m.test(head.text) ? 0.95 : 0
    if (/^# This is a Gradle generated file/m.test(head.text)) return 1
    return 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const name = baseName(file.name)
    if (name.endsWith('.toml')) await readCatalogue()
    else {
      const isLock = name.endsWith('.lockfile')
      for await (const { first, lines } of blocksOf(file, { signal })) {
        for (const [at, line] of lines.entries()) {
          if (isLock) takeLocked(line, first + at)
          else takeScript(line, first + at)
        }
      }
    }
    found.finish()

    function takeLocked(text: string, line: number): void {
      const [, group, artifact, version] = /^([^:#\s]+):([^:\s]+):([^=\s]+)=/.exec(text) ?? []
      if (group && artifact) found.add('maven', `${group}/${artifact}`, { version, locator: `line ${line}` })
    }

    function takeScript(text: string, line: number): void {
      if (/^\s*(?:\/\/|\*|\/\*)/.test(text)) return
      const named = plugin.exec(text)
      if (named?.[1]?.includes('.')) {
        const id = named[1]
        const version = named[2]
        found.add('maven', `${id}/${id}.gradle.plugin`, {
          version,
          depth: 'direct',
          development: true,
          locator: `line ${line}`,
        })
        return
      }
      if (!asksFor.test(text) && !/^\s*["'][^"':]+:[^"':]+:[^"']+["']\s*[,)]?\s*$/.test(text)) return
      const development = /^\s*(?:test|androidTest)/.test(text)
      const words = byWord.exec(text)
      if (words)
        found.add('maven', `${words[1]}/${words[2]}`, { depth: 'direct', development, locator: `line ${line}` })
      for (const [, group, artifact, version] of text.matchAll(coordinates)) {
        const known = version && /^[\w.+-]+$/.test(version) ? version : undefined
        found.add('maven', `${group}/${artifact}`, {
          version: known,
          depth: 'direct',
          development,
          locator: `line ${line}`,
        })
      }
    }

    async function readCatalogue(): Promise<void> {
      await readToml(file, signal, ({ table, key, value, line }) => {
        if (key === '' || (table !== 'libraries' && table !== 'plugins')) return
        const locator = `line ${line}`
        if (table === 'plugins') {
          const id = inlineValue(value, 'id') ?? value.split(':')[0]
          if (id) found.add('maven', `${id}/${id}.gradle.plugin`, { depth: 'direct', development: true, locator })
          return
        }
        const group = inlineValue(value, 'group')
        const written = inlineValue(value, 'module') ?? (group ? `${group}:${inlineValue(value, 'name') ?? ''}` : value)
        const [space = '', artifact = '', version] = written.split(':')
        found.add('maven', `${space}/${artifact}`, { version, depth: 'direct', locator })
      })
    }
  },
}
