import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { runCommand } from './command/run-command.ts'
import { findInstallation } from './installation.ts'

// Code that was compiled once starts faster the next time. In our own folder, not where others may write; where it
// cannot be written nothing happens.
enableCompileCache(join(findInstallation().root, 'node_modules', '.cache', 'nabij'))
process.exitCode = await runCommand(process.argv.slice(2))
