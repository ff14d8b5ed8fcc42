import type { Command } from '../../command.ts'
import { equalSharesCommand } from './equalSharesCommand.ts'
import { lotCommand } from './lotCommand.ts'
import { opinionMapCommand } from './opinionMapCommand.ts'
import { recountCommand } from './recountCommand.ts'
import { sortitionCommand } from './sortitionCommand.ts'
import { verifyElectionCommand } from './verifyElectionCommand.ts'

/** Computations anyone can run again on published files: nothing is opened but the files named. */
export const computeCommands: readonly Command[] = [
  equalSharesCommand,
  lotCommand,
  opinionMapCommand,
  recountCommand,
  sortitionCommand,
  verifyElectionCommand,
]
