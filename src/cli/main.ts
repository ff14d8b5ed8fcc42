import { commands } from './commands/index.ts'
import { runCommand } from './runCommand.ts'

/** Runs one command. @returns the exit code: 0 done, 1 not done, 2 not understood */
export const main = (args: readonly string[]): Promise<number> => runCommand(args, commands)
