import type { Command } from '../command.ts'
import { backupCommand } from './backupCommand.ts'
import { checkCommand } from './checkCommand.ts'
import { demoServe } from './demoServe.ts'
import { restoreCommand } from './restoreCommand.ts'
import { serveCommand } from './serveCommand.ts'

/** In the order in which the help shows them. */
export const commands: readonly Command[] = [serveCommand, demoServe, backupCommand, restoreCommand, checkCommand]
