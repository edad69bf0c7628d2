/** A name as a label: without folders, at most 255 characters, null when nothing is left. */
export function cleanName(name: string | null | undefined): string | null {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- these characters are what must go
  const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim()
  return Array.from(clean).slice(0, 255).join('') || null
}
