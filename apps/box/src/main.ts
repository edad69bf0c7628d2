import { enableCompileCache } from 'node:module'
import { findInstallation } from './installation.ts'

// Code that was compiled once starts faster the next time: what is imported after this line, so nothing else is above it.
// In our own folder, not where others may write; where it cannot be written nothing happens.
enableCompileCache(findInstallation().compiled)
const { runCommand } = await import('./command/run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
