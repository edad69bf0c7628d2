import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem, Station } from '@nabij/base'
import { type App, createApp } from '../app.ts'
import type { HttpLimits } from '../options.ts'
import { type FakeWorkspaces, fakeWorkspaces } from './fake-workspaces.ts'

/** An app over fakes, with a small page. */
export interface FakeBox {
  app: App
  workspaces: FakeWorkspaces
  logged: { level: string; message: string; fields: Record<string, unknown> }[]
  /** A request to the API of the own workspace, or to any path that begins with a slash pair ("//healthz"). */
  call(method: string, path: string, init?: RequestInit): Promise<Response>
  /** Sends a value as JSON. */
  send(method: string, path: string, value: unknown, headers?: Record<string, string>): Promise<Response>
  station(): Promise<Station>
  close(): void
}

export function fakeBox(limits: Partial<HttpLimits> = {}): FakeBox {
  const folder = mkdtempSync(join(tmpdir(), 'nabij-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>nabij</title>')
  writeFileSync(join(folder, 'page', 'assets', 'index-B4cd3f9a.js'), `${'/* long */ '.repeat(400)}export {}`)
  writeFileSync(join(folder, 'page', 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
  writeFileSync(join(folder, 'backup.tar'), 'all of it')
  const workspaces = fakeWorkspaces(join(folder, 'backup.tar'))
  const logged: FakeBox['logged'] = []
  const app = createApp({
    workspaces,
    pageFolder: join(folder, 'page'),
    version: '1.2.3',
    clock: () => 1_700_000_000_000,
    log: (level, message, fields) => void logged.push({ level, message, fields }),
    limits,
  })
  const call: FakeBox['call'] = async (method, path, init = {}) =>
    app.request(path.startsWith('//') ? path.slice(1) : `/api/v1${path}`, { method, ...init })
  const send: FakeBox['send'] = (method, path, value, headers = {}) =>
    call(method, path, {
      body: JSON.stringify(value),
      headers: { 'content-type': 'application/json', ...headers },
    })
  return {
    app,
    workspaces,
    logged,
    call,
    send,
    station: () => workspaces.own().stations.create({ name: 'Line 1', source: { kind: 'http' } }),
    close() {
      app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function jsonOf<T>(answer: Response | Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T
}

export function problemOf(answer: Response | Promise<Response>): Promise<Problem> {
  return jsonOf<Problem>(answer)
}
