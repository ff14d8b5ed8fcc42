import type { Command } from '../command.ts'
import { backupCommand } from './backupCommand.ts'
import { checkCommand } from './checkCommand.ts'
import { computeCommands } from './compute/index.ts'
import { demoPopulate } from './demoPopulate.ts'
import { demoServe } from './demoServe.ts'
import { erasePersonCommand } from './erasePersonCommand.ts'
import { exportOpenData } from './exportOpenData.ts'
import { importProgrammeCommand } from './importProgrammeCommand.ts'
import { initCommand } from './initCommand.ts'
import { linkCommand } from './linkCommand.ts'
import { restoreCommand } from './restoreCommand.ts'
import { serveCommand } from './serveCommand.ts'

/** In the order in which the help shows them. */
export const commands: readonly Command[] = [
  initCommand,
  serveCommand,
  linkCommand,
  importProgrammeCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
  exportOpenData,
  erasePersonCommand,
  ...computeCommands,
  demoPopulate,
  demoServe,
]
