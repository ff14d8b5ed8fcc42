import { computeCommands } from './commands/compute/index.ts'
import { runCommand } from './runCommand.ts'

/** `main` for the computations alone: they start without the platform, its database driver and its pages. */
export const main = (args: readonly string[]): Promise<number> => runCommand(args, computeCommands)
