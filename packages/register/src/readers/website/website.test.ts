import { expect, test } from 'vitest'
import { readWith, sureness } from '../../testing/read.ts'
import { website } from './index.ts'

const page = `<!doctype html>
<html lang="nl"><head>
<link rel="canonical" href="https://www.bakkerij-voorbeeld.nl/">
<meta name="generator" content="WordPress 6.7.1">
<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter">
<script async src="https://www.googletagmanager.com/gtag/js?id=G-GEHEIM"></script>
<script src="/eigen.js"></script><script src="https://cdn.bakkerij-voorbeeld.nl/x.js"></script>
<script>(function(){var s=document.createElement('script');s.src='//static.hotjar.com/c/hotjar-1.js';})()</script>
</head><body>
<a href="https://www.linkedin.com/in/jan-devries">Jan</a>
<img src=https://www.facebook.com/tr?id=1>
<iframe title="kaart" src="https://www.youtube.com/embed/x"></iframe>
</body></html>`

test('says whose hosts a page loads from; a link to somewhere is none', async () => {
  expect(sureness(website, page)).toBeGreaterThan(0.5)
  const { traces, ignored } = await readWith(website, page, { piece: 13 })
  expect(traces.map(({ name }) => name).sort()).toEqual(
    [
      'WordPress',
      'facebook.com',
      'fonts.googleapis.com',
      'googletagmanager.com',
      'static.hotjar.com',
      'youtube.com',
    ].sort(),
  )
  expect(ignored['own host']).toBeGreaterThan(0)
  expect(JSON.stringify(traces)).not.toMatch(/GEHEIM|jan/i)
})

test('reads a recording without cookies, bodies and paths', async () => {
  const request = (url: string) => ({
    request: { url, headers: [{ name: 'Cookie', value: 'sessie=geheim' }] },
    response: { content: { text: 'jan' } },
  })
  const har = JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'x' },
      entries: [
        request('https://www.voorbeeld.nl/'),
        request('https://js.stripe.com/v3/?jan'),
        request('https://voorbeeld.nl/a'),
        request('https://js.stripe.com/x'),
        request('data:x'),
      ],
    },
  })
  expect(sureness(website, har)).toBeGreaterThan(0.9)
  const read = await readWith(website, har)
  expect(read.traces.map(({ name, text }) => [name, text])).toEqual([['js.stripe.com', 'js.stripe.com · 2×']])
  expect(read.ignored).toEqual({ 'own host': 2, 'no public address': 1 })
  expect(JSON.stringify(read)).not.toMatch(/geheim|jan/)
  await expect(readWith(website, har.slice(0, 200))).rejects.toMatchObject({ code: 'NABIJ_EVIDENCE_UNREADABLE' })
})

test('a page without ends takes no long time', async () => {
  const { traces } = await readWith(website, `<html>${'<script '.repeat(20_000)}${'<link href='.repeat(20_000)}`)
  expect(traces).toEqual([])
})
