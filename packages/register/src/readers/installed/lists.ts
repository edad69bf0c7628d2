/** A program as a list has it. */
export interface Program {
  name: string
  publisher?: string
  line: number
}

/** A kind of list that a command prints: recognised by its lines, read line by line. */
export interface ProgramList {
  id: string
  recognise(lines: string[]): boolean
  /** A parser with what the header said; null: not a program. */
  start(): (line: string) => { name: string; publisher?: string } | null
}

/** `dpkg -l`: state, name, version, architecture, description. */
const dpkg: ProgramList = {
  id: 'dpkg',
  recognise: (lines) =>
    lines.some((line) => /^\|\|\/ Name\s+Version/.test(line)) ||
    most(lines, /^[uirph][ncHUFWti]\s{1,3}[a-z0-9][a-z0-9+.:-]+\s+\S+\s+(amd64|arm64|all|i386|armhf)\b/),
  start: () => (line) => {
    const name = /^[ih]i\s+([a-z0-9][a-z0-9+.-]*)(?::\w+)?\s/.exec(line)?.[1]
    return name === undefined ? null : { name }
  },
}

/** `rpm -qa`: name-version-release.arch. */
const rpm: ProgramList = {
  id: 'rpm',
  recognise: (lines) =>
    most(lines, /^[A-Za-z0-9][\w.+-]*-[\w.+~^]+-[\w.+~^]+\.(x86_64|noarch|aarch64|i686|ppc64le|s390x)$/),
  start: () => (line) => {
    const name = /^(.{1,200}?)-[^-\s]+-[^-\s]+\.\w+$/.exec(line)?.[1]
    return name === undefined ? null : { name }
  },
}

/** `brew list --versions`, and a Brewfile. */
const brewfile: ProgramList = {
  id: 'brewfile',
  recognise: (lines) => lines.some((line) => /^(brew|cask|tap|mas|vscode) "[^"]+"/.test(line)),
  start: () => (line) => {
    const [, kind = '', name = ''] = /^(brew|cask|mas|vscode) "([^"]{1,200})"/.exec(line) ?? []
    return kind === '' ? null : { name: name.split('/').at(-1) ?? name }
  },
}

const brew: ProgramList = {
  id: 'brew',
  recognise: (lines) =>
    lines.some((line) => /^==> (Formulae|Casks)$/.test(line)) ||
    most(lines, /^[a-z0-9][a-z0-9@+._-]*( \d[\w.,_+-]*)+$/),
  start: () => (line) => {
    const name = /^([a-z0-9][a-z0-9@+._-]{0,100})(?:\s+\d\S*)*$/.exec(line.trim())?.[1]
    return name === undefined ? null : { name: name.replace(/@.*$/, '') }
  },
}

/** `winget list`: columns by the places of their heads, whatever the language of Windows. */
const winget: ProgramList = {
  id: 'winget',
  recognise: (lines) =>
    lines.some((line, at) => wingetHead(line) !== null && /^-{20,}$/.test((lines[at + 1] ?? '').trim())),
  start() {
    let place: [id: number, version: number] | null = null
    return (line) => {
      const head = place === null ? wingetHead(line) : null
      if (head) place = head
      if (head || place === null || /^-{5,}$/.test(line.trim())) return null
      const name = line.slice(0, place[0]).trim().replace(/…$/, '')
      const id = line.slice(place[0], place[1]).trim()
      if (name === '') return null
      return /^[\w-]+\.[\w.+-]+$/.test(id) ? { name, publisher: words(id.split('.')[0] ?? '') } : { name }
    }
  },
}

/** Heads as `Name Id Version …` (`Naam Id Versie`): where the second and third begin. */
function wingetHead(line: string): [number, number] | null {
  // winget leaves its turning wheel before the head.
  const heads = [...line.replace(/^.*\r/, '').matchAll(/\S+/g)]
  const [, id, version] = heads
  return heads.length >= 3 &&
    heads.length <= 6 &&
    id &&
    version &&
    /^(id|ID)$/i.test(id[0]) &&
    /^Vers/i.test(version[0])
    ? [id.index, version.index]
    : null
}

export const programLists: ProgramList[] = [dpkg, rpm, winget, brewfile, brew]

export function programListOf(text: string): ProgramList | null {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 60)
    .filter((line) => line.trim() !== '')
  return programLists.find((list) => list.recognise(lines)) ?? null
}

function most(lines: string[], form: RegExp): boolean {
  const fit = lines.filter((line) => form.test(line)).length
  return fit >= 3 && fit >= lines.length * 0.8
}

/** SlackTechnologies → Slack Technologies. */
export function words(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replaceAll(/[_-]+/g, ' ')
}
