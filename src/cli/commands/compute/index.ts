import type { Command } from '../../command.ts'
import { opinionMapCommand } from './opinionMapCommand.ts'
import { verifyElectionCommand } from './verifyElectionCommand.ts'

/** Computations anyone can run again on published files: nothing is opened but the files named. */
export const computeCommands: readonly Command[] = [opinionMapCommand, verifyElectionCommand]
