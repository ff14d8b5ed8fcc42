import type { Command } from '../command.ts'
import { demoServe } from './demoServe.ts'
import { serveCommand } from './serveCommand.ts'

/** Longer names first, where one begins another. */
export const commands: readonly Command[] = [serveCommand, demoServe]
