import pg from 'pg'
import type { DatabaseRole } from './cluster.ts'

// A new role is neither superuser nor exempt from row-level security; only a superuser may even say so, so it is left unsaid.
// The owner creates databases for tests and restores, never roles; nobody but it may change a structure.
const rights: Record<DatabaseRole, string> = {
  owner: 'login createdb nocreaterole',
  application: 'login nocreatedb nocreaterole',
  jobs: 'login nocreatedb nocreaterole',
}
export const roleNames = ['owner', 'application', 'jobs'] as const satisfies readonly DatabaseRole[]

/** Statements that create the three roles, or bring them back to their rights and passwords. */
export const rolesSql = (password: (role: DatabaseRole) => string): string[] =>
  roleNames.flatMap(role => [
    `do $$ begin create role yvette_${role}; exception when duplicate_object then null; end $$`,
    `alter role yvette_${role} ${rights[role]} password ${pg.escapeLiteral(password(role))}`,
  ])
