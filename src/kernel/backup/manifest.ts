import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Last entry of an archive: what it holds, so that a file cut short or altered is known before anything is restored. */
export const Manifest = z.object({
  format: z.literal(1),
  yvette: z.string(),
  postgres: z.string(),
  /** Instant of the snapshot. */
  at: z.string(),
  kind: z.enum(['demonstration', 'production']),
  migrations: z.array(z.object({ room: z.string(), name: z.string(), digest })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(z.object({ key: z.string(), sha256: digest })),
  /** Rows of files whose bytes were already gone when the backup was made. */
  missing: z.array(z.string()),
  secrets: z.boolean(),
  /** SHA-256 of every other entry, in order. */
  entries: z.array(z.tuple([z.string(), digest])),
})
export type Manifest = z.infer<typeof Manifest>
