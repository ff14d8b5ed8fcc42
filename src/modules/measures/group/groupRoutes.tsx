import { interested } from '#engines/following'
import { meetingRoutes, meetingsOf, meetingsWorld, personCalendarRoutes } from '#engines/meetings'
import type { Form } from '#kernel/forms'
import {
  anyone,
  type C,
  conflict,
  forbidden,
  notFound,
  page,
  redirect,
  resident,
  router,
  type Routes,
  signedIn,
  submitted,
} from '#kernel/http'
import { readMeasure } from '../queries/readMeasure.ts'
import type { z } from 'zod'
import { JoinRequest, MemberRole, RequestDecision } from './forms.ts'
import { words } from './locales/index.ts'
import { GroupPage } from './pages/GroupPage.tsx'
import { isGroupMember, isPilot, runsGroup } from './powers.ts'
import { groupAssembly, joinGroup, leaveGroup, openGroup, readGroup } from './queries/group.ts'
import { askToJoin, decideRequest, latestRequest, requestById, waitingRequests } from './queries/requests.ts'
import { canDecideRequest } from './rules/canDecideRequest.ts'
import { canJoin } from './rules/canJoin.ts'
import type { Tables } from './schema.ts'
import { admissionOf } from './settings.ts'

type Here = C<Tables>
type Measure = NonNullable<Awaited<ReturnType<typeof readMeasure>>>

const withMeasure = (work: (c: Here, measure: Measure) => Promise<Response>) => async (c: Here) => {
  const measure = await found(c)
  return measure ? work(c, measure) : notFound(c)
}
const found = (c: Here) => readMeasure(c.var.db, c.var.body.id, c.req.param('measure') ?? '', c.var.actor.personId)
const groupUrl = (measure: Measure) => `/mesures/${measure.id}/groupe`

/** The working group of a measure, and its meetings. */
export const groupRoutes: Routes = router<Tables>()
  .get(
    '/mesures/:measure/groupe',
    anyone,
    withMeasure(async (c, measure) => groupPage(c, measure)),
  )

  .post(
    '/mesures/:measure/groupe',
    resident,
    withMeasure(async (c, measure) => {
      if (!runsGroup(measure, c.var.actor)) return forbidden(c)
      await openGroup(c.var, measure)
      return redirect(c, groupUrl(measure))
    }),
  )

  .post(
    '/mesures/:measure/groupe/demandes',
    resident,
    withMeasure(async (c, measure) => {
      const { personId, college } = signedIn(c)
      const t = words(c.var.locale)
      const form = await submitted(c, JoinRequest)
      if (!form.ok) return groupPage(c, measure, form, 422)
      const latest = await latestRequest(c.var, measure.id, personId)
      const verdict = canJoin({ stage: measure.stage, isMember: await sitsIn(c, measure, personId), hasAsked: latest?.decision === null })
      if (!verdict.ok) return conflict(c, t(`refused.${verdict.because}`))
      const asked = { personId, college: college ?? 'users', motive: form.value.motive }
      await askToJoin(c.var, measure.id, asked)
      if ((await admissionOf(c.var)) === 'free')
        await accept(c, measure, { ...asked, id: (await latestRequest(c.var, measure.id, personId))?.id ?? '' }, '')
      return redirect(c, `${groupUrl(measure)}#rejoindre`)
    }),
  )

  .post(
    '/mesures/:measure/groupe/demandes/retrait',
    resident,
    withMeasure(async (c, measure) => {
      const { personId } = signedIn(c)
      const latest = await latestRequest(c.var, measure.id, personId)
      if (latest?.decision === null) await decideRequest(c.var, measure, { id: latest.id, personId }, 'withdrawn', '')
      return redirect(c, `${groupUrl(measure)}#rejoindre`)
    }),
  )

  .post(
    '/mesures/:measure/groupe/demandes/:request/decision',
    resident,
    withMeasure(async (c, measure) => {
      const t = words(c.var.locale)
      if (!runsGroup(measure, c.var.actor)) return forbidden(c, t('refused.not-yours'))
      const request = await requestById(c.var, measure.id, c.req.param('request') ?? '')
      if (!request) return notFound(c)
      const form = await submitted(c, RequestDecision)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      const verdict = canDecideRequest({ mayDecide: true, decided: request.decision !== null, ...form.value })
      if (!verdict.ok) return conflict(c, t(`refused.${verdict.because}`))
      if (form.value.decision === 'accepted') await accept(c, measure, request, form.value.reason)
      else await decideRequest(c.var, measure, request, 'refused', form.value.reason)
      return redirect(c, `${groupUrl(measure)}#demandes`)
    }),
  )

  .post(
    '/mesures/:measure/groupe/membres',
    resident,
    withMeasure(async (c, measure) => {
      const t = words(c.var.locale)
      if (!runsGroup(measure, c.var.actor)) return forbidden(c, t('refused.not-yours'))
      const form = await submitted(c, MemberRole)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      const group = await readGroup(c.var, measure.id)
      const member = group?.members.find(one => one.member === form.value.person && one.role !== 'chair')
      if (!member) return conflict(c, t('refused.not-a-member'))
      await joinGroup(c.var, measure, { personId: member.member, college: member.college, role: form.value.role })
      return redirect(c, groupUrl(measure))
    }),
  )

  .post(
    '/mesures/:measure/groupe/depart',
    resident,
    withMeasure(async (c, measure) => {
      const { personId } = signedIn(c)
      if (isPilot(measure, personId)) return conflict(c, words(c.var.locale)('refused.pilot-stays'))
      await leaveGroup(c.var, measure.id, personId)
      return redirect(c, groupUrl(measure))
    }),
  )

  .mount(personCalendarRoutes('/mesures/mes-reunions'))
  .mount(
    meetingRoutes({
      base: '/mesures/:measure/reunions',
      personalCalendar: '/mesures/mes-reunions',
      assemblyOf: async c => groupAssembly(c.var, c.req.param('measure') ?? ''),
      trail: (c, assembly) => {
        const url = assembly.path.replace(/\/reunions$/, '')
        const t = words(c.var.locale)
        return [
          { label: t('group.measures'), href: '/mesures' },
          { label: assembly.name, href: url },
          { label: t('group.title'), href: `${url}/groupe` },
        ]
      },
      mayRun: c => c.var.actor.roles.has('agent') || c.var.actor.roles.has('administrator'),
    }),
  )

const accept = async (
  c: Here,
  measure: Measure,
  request: { id: string; personId: string; college: 'users' | 'agents' | 'elected' },
  reason: string,
) => {
  await decideRequest(c.var, measure, request, 'accepted', reason)
  await joinGroup(c.var, measure, { personId: request.personId, college: request.college })
  await interested(c.var, `measure:${measure.id}`, request.personId, 'member')
}
const sitsIn = async (c: Here, measure: Measure, personId: string | null) => {
  const group = await readGroup(c.var, measure.id)
  return group ? group.members.some(member => member.member === personId) : isGroupMember(c.var, measure, personId)
}

const groupPage = async (c: Here, measure: Measure, form?: Form<z.output<typeof JoinRequest>>, status: 200 | 422 = 200) => {
  const { actor, locale } = c.var
  const group = await readGroup(c.var, measure.id)
  const meetings = group ? await meetingsOf(meetingsWorld(c.var), group.assembly.id, 5) : []
  const runs = runsGroup(measure, actor)
  const mine = actor.personId ? await latestRequest(c.var, measure.id, actor.personId) : undefined
  const sits = await sitsIn(c, measure, actor.personId)
  const view = {
    measure,
    group,
    meetings,
    runs,
    sits,
    mine,
    admission: await admissionOf(c.var),
    signedIn: actor.personId !== null,
    pilots: isPilot(measure, actor.personId),
    requests: runs ? await waitingRequests(c.var, measure.id) : [],
    mayJoin: canJoin({ stage: measure.stage, isMember: sits, hasAsked: mine?.decision === null }).ok,
  }
  return page(c, <GroupPage t={words(locale)} locale={locale} view={view} {...(form ? { form } : {})} />, status)
}
