import type { Command } from '../../command.ts'
import { equalSharesCommand } from './equalSharesCommand.ts'
import { lotCommand } from './lotCommand.ts'
import { opinionMapCommand } from './opinionMapCommand.ts'
import { sortitionCommand } from './sortitionCommand.ts'
import { verifyElectionCommand } from './verifyElectionCommand.ts'

/** Computations anyone can run again on published files: nothing is opened but the files named. */
export const computeCommands: readonly Command[] = [
  equalSharesCommand,
  lotCommand,
  opinionMapCommand,
  sortitionCommand,
  verifyElectionCommand,
]
