import { expect, it } from 'vitest'
import { findInstallation } from '../installation.ts'
import { furnishRegister, said } from './furnish-register.ts'
import { openDesk } from './register/testing/open-desk.ts'

it('fills the register of the sample, and doubles nothing when it goes on after it was cut off', async () => {
  const open = await openDesk()
  try {
    const options = { root: findInstallation().root, year: 2026 }
    await furnishRegister(open.desk, options).catch(() => undefined)
    const services = await open.services()
    const evidence = await open.desk.evidence()
    const crucial = services.filter(({ notes }) => notes.crucial === true).map(({ id }) => id)
    expect(crucial).toHaveLength(Object.values(said).filter((notes) => notes.crucial).length)
    expect(services.find(({ id }) => id === 'onnxruntime')?.vendor?.ultimateParent?.country).toBe('US')
    await furnishRegister(open.desk, options).catch(() => undefined)
    expect(await open.desk.evidence()).toEqual(evidence)
    expect(await open.services()).toEqual(services)
  } finally {
    await open.close()
  }
}, 60_000)
