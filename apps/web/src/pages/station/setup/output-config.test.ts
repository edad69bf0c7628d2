import { type Output, OutputConfig } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { draftOfOutput, newSecret, outputChange, outputConfig } from './output-config.ts'

const draft = {
  address: ' http://10.0.0.2/in ',
  topic: 'line/2',
  method: 'POST' as const,
  username: '',
  password: '',
  on: ['fail' as const],
}

describe('what is sent to the box', () => {
  it.each(['webhook', 'relay'] as const)('is a %s without what belongs to MQTT', (kind) => {
    const config = outputConfig({ ...draft, kind })
    expect(config).toMatchObject({ kind, address: 'http://10.0.0.2/in', on: ['fail'], enabled: true })
    expect(config).not.toHaveProperty('topic')
    expect(OutputConfig.safeParse(config).success).toBe(true)
  })

  it('holds a name and a password only when they were filled in', () => {
    const mqtt = { ...draft, kind: 'mqtt' as const, address: 'mqtt://10.0.0.2' }
    expect(outputConfig(mqtt)).not.toHaveProperty('username')
    const named = outputConfig({ ...mqtt, username: 'line', password: 'secret' })
    expect(named).toMatchObject({ topic: 'line/2', username: 'line', password: 'secret' })
    expect(OutputConfig.safeParse(named).success).toBe(true)
  })
})

describe('what of an output is changed', () => {
  const output = { kind: 'mqtt', address: 'mqtt://a:•••@b', topic: 'x', on: ['fail'] } as Output
  const same = draftOfOutput(output)

  it('is nothing when nothing was touched, so that a hidden password stays', () => {
    expect(outputChange(output, same, null)).toEqual({})
  })

  it('is only what became another', () => {
    expect(outputChange(output, { ...same, topic: 'y', password: 'p' }, null)).toEqual({ topic: 'y', password: 'p' })
    expect(outputChange({ ...output, kind: 'relay', topic: null }, { ...same, topic: 'y' }, null)).toEqual({})
    const secret = newSecret()
    expect(outputChange({ ...output, kind: 'webhook' }, { ...same, on: ['fail', 'alarm'] }, secret)).toEqual({
      on: ['fail', 'alarm'],
      secret,
    })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  })
})
