import {
  Backup,
  Comparison,
  Correction,
  Egress,
  errorCatalogue,
  Job,
  Output,
  OutputConfig,
  Photo,
  Product,
  Recipe,
  ScorePoint,
  Station,
  StationConfig,
  Status,
  Verdict,
} from '@nabij/base'
import { describe, expect, it } from 'vitest'
import * as examples from '../routes/examples.ts'
import { apiDocument, operationsOf } from './api-document.ts'
import { docsPage } from './docs-page.ts'
import { errorDocuments } from './error-document.ts'
import { errorPage } from './error-page.ts'

const document = apiDocument('1.2.3')
const operations = operationsOf(document)

describe('the document of the API', () => {
  it('has every operation with a name, a summary and a description of its own', () => {
    expect(operations.length).toBeGreaterThan(35)
    for (const field of ['operationId', 'summary', 'description'] as const) {
      const values = operations.map(({ operation }) => operation[field])
      expect(values.filter((value) => !value || value.length < 7)).toEqual([])
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it('gives an example for each JSON that is sent or answered', () => {
    const without = operations
      .filter(({ path }) => !/\/(frames|photos|models\/\{id\}\/try)$/.test(path))
      .filter(({ operation: { requestBody, responses } }) => {
        const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)]
        return contents.some((media) => media?.['application/json'] && !('example' in media['application/json']))
      })
    expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it('refers only to shapes that it holds, and holds none that nothing refers to', () => {
    const text = JSON.stringify(document)
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]))
    expect([...referred].sort()).toEqual(Object.keys(document.components?.schemas ?? {}).sort())
  })

  it('shows values that really have the shape', () => {
    const { backup, egress, job, photo, recipe, scorePoint, station, stationConfig, status, verdict } = examples
    const { comparison, correction, output, outputConfig, product } = examples
    const pairs = [
      [Backup, backup],
      [Comparison, comparison],
      [Correction, correction],
      [Output, output],
      [OutputConfig, outputConfig],
      [Product, product],
      [Egress, egress],
      [Job, job],
      [Photo, photo],
      [Recipe, recipe],
      [ScorePoint, scorePoint],
      [Station, station],
      [StationConfig, stationConfig],
      [Status, status],
      [Verdict, verdict],
    ] as const
    for (const [shape, value] of pairs) expect(shape.parse(value)).toEqual(value)
  })

  it('is the same each time it is made', () => {
    expect(apiDocument('1.2.3')).toEqual(document)
  })
})

describe('the page of the API', () => {
  const page = docsPage(document, 'http://localhost:8080')

  it('shows each operation with a line for curl, without a script or anything from elsewhere', () => {
    for (const { path, operation } of operations) {
      expect(page).toContain(path)
      expect(page).toContain(operation.summary)
    }
    expect(page.match(/curl /g)?.length).toBeGreaterThanOrEqual(operations.length)
    // An example may name an address elsewhere; nothing is fetched from there, and nothing leads there.
    expect(page).not.toMatch(/<script|(src|href|action)="https?:\/\/(?!localhost:8080)/)
  })

  it('leads nowhere that is not there', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(links.filter((link) => !ids.has(link))).toEqual([])
  })
})

describe('the pages of the errors', () => {
  it('are there for every code, with nothing left to fill in', () => {
    const documents = errorDocuments()
    for (const code of Object.keys(errorCatalogue) as (keyof typeof errorCatalogue)[]) {
      const text = documents[`${code}.md`] ?? ''
      expect(text).toMatch(/## Nederlands[^]+## English/)
      expect(text + errorPage(code, 'nl') + errorPage(code, 'en')).not.toMatch(/undefined|\{\w+\}/)
      expect(documents['README.md']).toContain(`[${code}](${code}.md)`)
    }
  })
})
