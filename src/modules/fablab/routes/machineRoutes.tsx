import {
  bindBlock,
  blockResource,
  blocksIn,
  bookingWords,
  bookTime,
  closeIncident,
  incidentsOf,
  mayRun,
  refusalSentence,
  reportIncident,
  thingPanel,
} from '#engines/booking'
import { emptyForm, refuseField } from '#kernel/forms'
import { anyone, type C, conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { addDays, instantInParis } from '#kernel/rules'
import { BookedMachine, Breakdown, Closing } from '../forms.ts'
import { words } from '../locales/index.ts'
import { MachinePage, type MachineProps } from '../pages/MachinePage.tsx'
import { type Machine, machineById } from '../queries/machines.ts'
import { materialsOf } from '../queries/materials.ts'
import { declareUse } from '../queries/workshop.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'

type Here = C<Tables>

/** A machine, booking it with what it will cut or print, and stopping it. */
export const machineRoutes = router<FablabTables>()
  .get('/fablab/machines/:machine', anyone, async c => {
    const machine = await machineById(c.var, c.req.param('machine') ?? '0')
    return machine ? machinePage(c, machine) : notFound(c)
  })

  .post('/fablab/machines/:machine', resident, async c => {
    const machine = await machineById(c.var, c.req.param('machine') ?? '0')
    if (!machine) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, BookedMachine)
    if (!form.ok) return machinePage(c, machine, { form }, 422)
    const { day, from, to, purpose, waits, material } = form.value
    const declared = material === undefined ? undefined : (await materialsOf(c.var, machine.id)).find(one => one.id === material)
    if (material !== undefined && declared?.verdict !== 'allowed')
      return machinePage(
        c,
        machine,
        {
          form: refuseField(
            form,
            'material',
            t('machine.materialRefused', { name: declared?.name ?? '?', reason: declared?.reason ?? '' }),
          ),
        },
        422,
      )
    const span = { startsAt: instantInParis(day, from), endsAt: instantInParis(to > from ? day : addDays(day, 1), to) }
    const outcome = await bookTime(c.var, machine, span, { purpose, waits })
    if (!outcome.ok) {
      const status = outcome.because === 'standing' || outcome.because === 'closed' ? 422 : 409
      return machinePage(c, machine, { form: refuseField(form, '', refusalSentence(outcome, c.var.locale)) }, status)
    }
    if (declared) await declareUse(c.var, outcome.booking, machine.id, declared.id)
    return redirect(c, `/reservations/${outcome.booking}`)
  })

  .post('/fablab/machines/:machine/arret', resident, async c => {
    const machine = await machineById(c.var, c.req.param('machine') ?? '0')
    if (!machine) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const form = await submitted(c, Breakdown)
    if (!form.ok) return machinePage(c, machine, { breakdown: form }, 422)
    const { kind, reason, until, displaces } = form.value
    const endsAt = until === undefined ? null : instantInParis(addDays(until, 1), '00:00')
    if (endsAt !== null && endsAt <= c.var.now)
      return machinePage(c, machine, { breakdown: refuseField(form, 'until', words(c.var.locale)('training.endWrong')) }, 422)
    const incident = await reportIncident(c.var, machine, { kind, description: reason })
    const blocked = await blockResource(c.var, machine, { startsAt: c.var.now, endsAt, reason, displaces })
    if (!blocked.ok) {
      c.var.finish.rollback = true // nothing was stopped, so nothing is written down
      return conflict(c, bookingWords(c.var.locale)('refused.inTheWay', { n: blocked.inTheWay.length }))
    }
    await bindBlock(c.var, incident, blocked.block)
    return redirect(c, machine.path)
  })

  .post('/fablab/incidents/:fablabIncident/cloture', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const incident = (await incidentsOf(c.var, owner)).find(one => one.id === c.req.param('fablabIncident'))
    const machine = incident && (await machineById(c.var, incident.resource))
    if (!incident || !machine) return notFound(c)
    const form = await submitted(c, Closing)
    if (!form.ok) return machinePage(c, machine, { closing: { incident: incident.id, form } }, 422)
    if (incident.closedAt !== null) return conflict(c)
    await closeIncident(c.var, incident, { outcome: form.value.outcome, costCents: form.value.cost })
    return redirect(c, machine.path)
  })

const machinePage = async (c: Here, machine: Machine, more: Partial<MachineProps> = {}, status: 200 | 422 | 409 = 200) => {
  const panel = await thingPanel(c.var, machine, { day: [more.form?.values.day ?? c.req.query('jour') ?? ''].flat()[0] })
  const week = { startsAt: c.var.now, endsAt: instantInParis(addDays(c.var.today, 7), '00:00') }
  return page(
    c,
    <MachinePage
      t={words(c.var.locale)}
      panel={panel}
      machine={machine}
      materials={await materialsOf(c.var, machine.id)}
      form={emptyForm(BookedMachine, panel.form.values)}
      blocked={await blocksIn(c.var, [machine.id], week)}
      incidents={await incidentsOf(c.var, owner, machine.id)}
      runs={await mayRun(c.var, owner)}
      {...more}
    />,
    status,
  )
}
