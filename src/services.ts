import type { Engine, Service } from '#kernel/service'

/** Mechanisms that modules share. */
export const engines: readonly Engine[] = []

/** The public services, in the order in which they appear and in which their tables are built. */
export const services: readonly Service[] = []
