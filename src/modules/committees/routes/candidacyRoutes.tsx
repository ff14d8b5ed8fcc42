import type { Assembly } from '#engines/meetings'
import { formCode } from '#engines/paper'
import { dayInParis } from '#kernel/clock'
import { emptyForm, type Form } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, resident, router, type Routes, signedIn, submitted } from '#kernel/http'
import { formatDate } from '#kernel/i18n'
import type { z } from 'zod'
import { Application, CandidacyDecision } from '../forms.ts'
import { register, type Request, unless, withCommittee } from '../here.ts'
import { words } from '../locales/index.ts'
import { CandidacyPage } from '../pages/CandidacyPage.tsx'
import { answerCandidacy, apply, candidacyById, latestCandidacy } from '../queries/candidacies.ts'
import { type Committee, committeeUrl, isEnded } from '../committee.ts'
import { giveSeat, mandatesIn, seatsOf } from '../queries/seats.ts'
import { canAnswerCandidacy, canApply } from '../rules/canApply.ts'
import { vacantOn } from '../rules/composition.ts'
import type { Tables } from '../schema.ts'
import { verifiedOnly } from '../settings.ts'
import { maySeat } from './seatRoutes.tsx'

/** Residents apply for seats of users; the town hall answers each of them with a reason. */
export const candidacyRoutes: Routes = router<Tables>()
  .get(
    '/comites/:committee/candidature',
    anyone,
    withCommittee(async (c, committee) => candidacyPage(c, committee)),
  )

  .post(
    '/comites/:committee/candidature',
    resident,
    withCommittee(async (c, committee) => {
      const { personId } = signedIn(c)
      const form = await submitted(c, Application)
      if (!form.ok) return candidacyPage(c, committee, form)
      return unless(c, await mayApply(c, committee), async () => {
        await apply(c.var, committee, personId, form.value.motive)
        return redirect(c, committeeUrl(committee.id, '/candidature'))
      })
    }),
  )

  .post(
    '/comites/:committee/candidature/retrait',
    resident,
    withCommittee(async (c, committee) => {
      const latest = await latestCandidacy(c.var, committee.id, signedIn(c).personId)
      if (latest?.decision === null) await answerCandidacy(c.var, committee, latest, 'withdrawn', '')
      return redirect(c, committeeUrl(committee.id, '/candidature'))
    }),
  )

  .post(
    '/comites/:committee/candidatures/:candidacy/decision',
    register,
    withCommittee(async (c, committee, assembly) => {
      const candidacy = await candidacyById(c.var, committee.id, c.req.param('candidacy') ?? '')
      if (!candidacy) return notFound(c)
      const form = await submitted(c, CandidacyDecision)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      const seat = (await freeSeats(c, committee)).find(one => one.id === form.value.seat)
      const { decision, reason } = form.value
      const may = canAnswerCandidacy({ decided: candidacy.decision !== null, decision, reason, seatIsFree: seat !== undefined })
      return unless(c, may, async () => {
        if (decision === 'accepted' && seat) return accept(c, committee, assembly, candidacy, seat, form.value)
        await answerCandidacy(c.var, committee, candidacy, 'refused', reason)
        return redirect(c, committeeUrl(committee.id, '/sieges'))
      })
    }),
  )

type Candidacy = NonNullable<Awaited<ReturnType<typeof candidacyById>>>
type FreeSeat = Awaited<ReturnType<typeof freeSeats>>[number]

/** The candidate takes the seat today; what proves it is the answer itself. */
const accept = async (
  c: Request,
  committee: Committee,
  assembly: Assembly,
  candidacy: Candidacy,
  seat: FreeSeat,
  { reason, until }: z.output<typeof CandidacyDecision>,
) => {
  const record = words('fr')('candidates.record', { day: formatDate(dayInParis(candidacy.appliedAt), 'fr'), reason })
    .slice(0, 500)
    .toWellFormed()
  const given = { personId: candidacy.personId, since: c.var.today, until: until ?? null, record, recordUrl: '' }
  return unless(c, await maySeat(c, committee, assembly, seat, given), async () => {
    await answerCandidacy(c.var, committee, candidacy, 'accepted', reason)
    await giveSeat(c.var, committee, assembly, seat, given)
    return redirect(c, `${committeeUrl(committee.id, '/sieges')}#siege-${seat.id}`)
  })
}

const freeSeats = async (c: Request, committee: Committee) =>
  vacantOn(await seatsOf(c.var, committee.id), await mandatesIn(c.var, committee.id), c.var.today).filter(seat => seat.college === 'users')

const mayApply = async (c: Request, committee: Committee) => {
  const { personId, roles } = c.var.actor
  const mandates = await mandatesIn(c.var, committee.id)
  return canApply({
    isEnded: isEnded(committee, c.var.today),
    vacancies: (await freeSeats(c, committee)).length,
    sits: mandates.some(one => one.personId === personId && !one.substitute && (one.until === null || one.until >= c.var.today)),
    hasApplied: personId !== null && (await latestCandidacy(c.var, committee.id, personId))?.decision === null,
    isVerified: personId === null || roles.has('verified'),
    verifiedOnly: await verifiedOnly(c.var),
  })
}

const candidacyPage = async (c: Request, committee: Committee, form?: Form<z.output<typeof Application>>) => {
  const { personId } = c.var.actor
  const may = await mayApply(c, committee)
  const props = {
    t: words(c.var.locale),
    committee,
    latest: personId === null ? undefined : await latestCandidacy(c.var, committee.id, personId),
    refusal: may.ok ? null : may.because,
    signedIn: personId !== null,
    code: await formCode(c.var, committeeUrl(committee.id, '/candidature')),
    form: form ?? emptyForm(Application),
  }
  return page(c, <CandidacyPage {...props} />, form ? 422 : 200)
}
