import { localStorageColorSchemeManager } from '@mantine/core'

/** Remembers light, dark, or as the computer says. */
export const schemeMemory = localStorageColorSchemeManager({ key: 'nabij-scheme' })
