import { fileURLToPath } from 'node:url'

export const fixtureCamera = fileURLToPath(new URL('./fixture-camera.ts', import.meta.url))
export const fixtureParent = fileURLToPath(new URL('./fixture-parent.ts', import.meta.url))
