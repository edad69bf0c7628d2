import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      'bench/src/**/*.test.ts',
      'tools/**/*.test.ts',
      'models/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    reporters: ['default', './tools/closing-line-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
