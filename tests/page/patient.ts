import { vi } from 'vitest'

// No test of the page is about speed: none may fail because the machine is busy.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })
