import { strToU8, zipSync, type Zippable } from 'fflate'
import type { OpinionMap } from '#engines/opinionMap'
import { words } from '../locales/index.ts'
import type { Files } from './exportFiles.ts'

// The same result gives the same bytes: no date of the machine in the archive.
const stamp = '1980-01-01T12:00:00'

/** Everything that is needed to find a published result again, in one archive. */
export const bundle = (
  about: { title: string; number: number; url: string; publishedAt: string },
  files: Files,
  maps: { everyone: OpinionMap; verified: OpinionMap | null },
): Uint8Array => {
  const t = words('fr')
  const digest = maps.everyone.inputDigest
  const entries: Record<string, string> = {
    'LISEZMOI.md': t('bundle.readme', {
      ...about,
      digest,
      version: maps.everyone.version,
      verified: maps.verified?.inputDigest ?? t('bundle.none'),
    }),
    'comments.csv': files.comments,
    'votes.csv': files.votes,
    'parametres.json': json({
      ...about,
      engine: maps.everyone.version,
      inputDigest: digest,
      verifiedInputDigest: maps.verified?.inputDigest ?? null,
      options: {},
    }),
    'result.json': json(maps.everyone),
    ...(maps.verified ? { 'votes-verified.csv': files.verified, 'result-verified.json': json(maps.verified) } : {}),
  }
  const zippable: Zippable = Object.fromEntries(
    Object.entries(entries).map(([name, content]) => [name, [strToU8(content), { mtime: stamp }]]),
  )
  return zipSync(zippable, { level: 6 })
}

const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`
