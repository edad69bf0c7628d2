import { enableCompileCache } from 'node:module'
import { runCommand } from './command/run-command.ts'

// Code that was compiled once starts faster the next time; where the cache cannot be written nothing happens.
enableCompileCache()
process.exitCode = await runCommand(process.argv.slice(2))
