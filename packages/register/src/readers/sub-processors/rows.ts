import { decodeEntities } from './entities.ts'

/** Rows of a page's tables, and the items of its lists as rows of one cell; scripts and styles left out. */
export function* rowsOfPage(page: string): Generator<{ cells: string[]; row: number; head: boolean }> {
  let row = 0
  for (const piece of withoutScripts(page)
    .split(/<(?=tr[\s>]|li[\s>])/i)
    .slice(1)) {
    row += 1
    const end = piece.search(/<\/(?:tr|li|table|ul|ol)>/i)
    const inside = (end < 0 ? piece : piece.slice(0, end)).slice(0, 20_000)
    if (/^li/i.test(inside)) {
      yield { cells: [plainText(inside.slice(inside.indexOf('>') + 1))], row, head: false }
      continue
    }
    const cells = inside.split(/<t[dh](?=[\s>])[^>]{0,1000}>/i).slice(1, 30)
    yield { cells: cells.map(plainText), row, head: /<th[\s>]/i.test(inside) && !/<td[\s>]/i.test(inside) }
  }
}

/** What a reader sees of a piece of a page. */
export function plainText(html: string): string {
  return decodeEntities(html.slice(0, 4000).replaceAll(/<[^>]{0,2000}>?/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

/** The title of a page, or its first head. */
export function titleOf(page: string): string {
  const [, title = ''] =
    /<title[^>]{0,200}>([^<]{1,300})/i.exec(page) ?? /<h1[^>]{0,500}>([^<]{1,300})/i.exec(page) ?? []
  return plainText(title)
}

function withoutScripts(page: string): string {
  const lower = page.toLowerCase()
  let rest = ''
  let at = 0
  const start = /<(script|style|svg|head)[\s>]/gi
  for (let open = start.exec(page); open; open = start.exec(page)) {
    const close = lower.indexOf(`</${open[1]?.toLowerCase()}`, open.index)
    rest += page.slice(at, open.index)
    at = close < 0 ? page.length : close
    start.lastIndex = at
    if (close < 0) break
  }
  return rest + page.slice(at)
}
