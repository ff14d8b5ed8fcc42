import type { AnyWorld } from '#kernel/world'
import type { Budget } from '../queries/budgets.ts'
import type { Count } from '../queries/counts.ts'

export const exportFile = async (_world: AnyWorld, _budget: Budget, _count: Count): Promise<string> => ''
