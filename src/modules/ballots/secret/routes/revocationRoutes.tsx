import { writeRevocations } from '#engines/ballotCryptography'
import { anyone, download, notFound, router, submitted } from '#kernel/http'
import type { BallotTables } from '../../schema.ts'
import { RevocationForm } from '../forms.ts'
import { secretWords } from '../locales.ts'
import { openedVote } from '../opened.ts'
import { revocationsOf } from '../queries/revocations.ts'
import { revokeSecret } from '../revokeSecret.ts'
import { authority } from './parties.ts'
import { found } from './reads.ts'

const base = '/votes/:secretBallot'

/** Ballots taken back before the close: by the authority, in its browser; the list of them, for anybody. */
export const revocationRoutes = router<BallotTables>()
  .post(`${base}/secret/codes/retrait`, anyone, async c => {
    const form = await submitted(c, RevocationForm)
    const asked = form.ok ? await authority(c, form.value.cle) : null
    if (!form.ok || !asked) return c.json({}, 404)
    const revoked = await revokeSecret(c.var, asked.ballot, form.value)
    if (revoked.ok) return c.json({ revoked: true })
    return c.json({ because: revoked.because, said: secretWords(c.var.locale)(`revoke.refused.${revoked.because}`) }, 409)
  })
  .get(`${base}/urne/retraits.json`, anyone, async c => {
    const ballot = await found(c)
    const opened = ballot && (await openedVote(c.var, ballot.id))
    if (!ballot || !opened) return notFound(c)
    const body = writeRevocations(opened.open, await revocationsOf(c.var, ballot.id))
    return download(c, { name: `${opened.open.election.uuid}-retraits.json`, type: 'application/json', body })
  })
