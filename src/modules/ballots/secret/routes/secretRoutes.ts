import { anyone, browserBundle, router } from '#kernel/http'
import type { BallotTables } from '../../schema.ts'
import { boothRoutes } from './boothRoutes.tsx'
import { guardRoutes } from './guardRoutes.tsx'
import { handOutRoutes } from './handOutRoutes.tsx'
import { partyRoutes } from './partyRoutes.tsx'
import { revocationRoutes } from './revocationRoutes.tsx'

const script = (name: string) => browserBundle(new URL(`../browser/${name}.ts`, import.meta.url))

/** Pages of secret votes: trustees, codes, the booth, the public ballot box. */
export const secretRoutes = router<BallotTables>()
  .get('/votes/secret/isoloir.js', anyone, script('booth'), { sharedByAll: true })
  .get('/votes/secret/codes.js', anyone, script('codes'), { sharedByAll: true })
  .get('/votes/secret/retrait.js', anyone, script('revoke'), { sharedByAll: true })
  .get('/votes/secret/gardien.js', anyone, script('trustee'), { sharedByAll: true })
  .mount(guardRoutes)
  .mount(partyRoutes)
  .mount(handOutRoutes)
  .mount(revocationRoutes)
  .mount(boothRoutes)
