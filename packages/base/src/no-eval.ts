import { config } from 'zod/v4/core'

// A page whose policy forbids eval: without this each first shape tries it, and the browser's console calls that an error.
config({ jitless: true })
