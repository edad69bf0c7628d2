import { OutputConfig } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import { outputConfig } from './output-config.ts'

const draft = { address: ' http://10.0.0.2/in ', topic: 'line/2', username: '', password: '', on: ['fail' as const] }

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
