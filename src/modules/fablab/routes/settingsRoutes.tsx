import { addCalendar, bookingsOn, calendarsOf, mayRun } from '#engines/booking'
import { emptyForm, refuseField } from '#kernel/forms'
import { type C, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { MachineForm, NewMaterial, Retirement } from '../forms.ts'
import { words } from '../locales/index.ts'
import { MachineFormPage } from '../pages/MachineFormPage.tsx'
import { SettingsPage, type SettingsProps } from '../pages/SettingsPage.tsx'
import { changeMachine, installMachine, type Machine, machineById, machines, retireMachine } from '../queries/machines.ts'
import { addMaterial, allMaterials, noteStock } from '../queries/materials.ts'
import { safetyRules } from '../queries/workshop.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'

type Here = C<Tables>
const path = '/fablab/reglages'

/** Only those who run the workshop. */
export const running = (work: (c: Here) => Promise<Response>) => async (c: Here) => ((await mayRun(c.var, owner)) ? work(c) : forbidden(c))
/** The same with the machine of this request; 404 when there is none, or no longer. */
const withMachine = (work: (c: Here, machine: Machine) => Promise<Response>) =>
  running(async c => {
    const machine = await machineById(c.var, c.req.param('machine') ?? '0')
    return machine && machine.archivedAt === null ? work(c, machine) : notFound(c)
  })

/** Machines, hours and materials, as the team sets them. */
export const settingsRoutes = router<FablabTables>()
  .get(
    path,
    resident,
    running(c => settingsPage(c)),
  )

  .post(
    `${path}/horaires`,
    resident,
    running(async c => {
      const [known] = await calendarsOf(c.var, owner)
      const calendar = known?.id ?? (await addCalendar(c.var, { owner, name: words('fr')('hours.title') }))
      return redirect(c, `/reservations/calendriers/${calendar}`)
    }),
  )

  .get(
    `${path}/machine`,
    resident,
    running(async c => machinePage(c, null, emptyForm(MachineForm, { risk: '1', permitMonths: '24' }))),
  )
  .post(
    `${path}/machine`,
    resident,
    running(async c => {
      const form = await submitted(c, MachineForm)
      if (!form.ok) return machinePage(c, null, form, 422)
      if (lacksPermit(form.value))
        return machinePage(c, null, refuseField(form, 'permitLabel', words(c.var.locale)('set.permitNeeded')), 422)
      const [calendar] = await calendarsOf(c.var, owner)
      const number = calendar?.id ?? (await addCalendar(c.var, { owner, name: words('fr')('hours.title') }))
      const id = await installMachine(c.var, form.value, number, (await safetyRules(c.var))?.edition ?? null)
      await record(c.var, 'machine.installed', { subject: `resource:${id}`, content: { owner, machine: id, name: form.value.name } })
      const machine = await machineById(c.var, id)
      return redirect(c, machine ? `/reservations/regles/${machine.policy}` : path)
    }),
  )

  .get(
    '/fablab/machines/:machine/modifier',
    resident,
    withMachine(async (c, machine) => machinePage(c, machine, typed(machine))),
  )
  .post(
    '/fablab/machines/:machine/modifier',
    resident,
    withMachine(async (c, machine) => {
      const form = await submitted(c, MachineForm)
      if (!form.ok) return machinePage(c, machine, form, 422)
      if (lacksPermit(form.value))
        return machinePage(c, machine, refuseField(form, 'permitLabel', words(c.var.locale)('set.permitNeeded')), 422)
      await changeMachine(c.var, machine, form.value)
      await record(c.var, 'machine.changed', {
        subject: `resource:${machine.id}`,
        content: { owner, machine: machine.id, name: form.value.name },
      })
      return redirect(c, machine.path)
    }),
  )
  .post(
    '/fablab/machines/:machine/retrait',
    resident,
    withMachine(async (c, machine) => {
      const retirement = await submitted(c, Retirement)
      if (!retirement.ok) return machinePage(c, machine, typed(machine), 422, retirement)
      const cancelled = await retireMachine(c.var, machine, retirement.value.reason)
      await record(c.var, 'machine.retired', {
        subject: `resource:${machine.id}`,
        content: { owner, machine: machine.id, name: machine.name, reason: retirement.value.reason, cancelled },
      })
      return redirect(c, `${path}#machines`)
    }),
  )

  .post(
    '/fablab/matieres',
    resident,
    running(async c => {
      const form = await submitted(c, NewMaterial)
      if (!form.ok) return settingsPage(c, { form }, 422)
      const { name, unit, price, source, stock, low } = form.value
      const id = await addMaterial(c.var, { name, unit, centsPerUnit: price, source, lowMark: low ?? null })
      if (stock !== undefined) await noteStock(c.var, id, 'count', stock)
      await record(c.var, 'material.added', { subject: `material:${id}`, content: { owner, name, unit, centsPerUnit: price, source } })
      return redirect(c, `/fablab/matieres/${id}`)
    }),
  )

/** Beyond a weak risk nobody uses a machine without a training. */
const lacksPermit = ({ risk, permitLabel }: MachineForm) => risk > 1 && permitLabel === ''
const typed = (machine: Machine) =>
  emptyForm(MachineForm, {
    name: machine.name,
    description: machine.description,
    place: machine.place,
    model: machine.model,
    care: machine.care,
    risk: String(machine.risk),
    permitLabel: machine.permitLabel,
    permitMonths: String(machine.permitMonths),
  })

const machinePage = async (
  c: Here,
  machine: Machine | null,
  form: Parameters<typeof MachineFormPage>[0]['form'],
  status: 200 | 422 = 200,
  retirement?: Parameters<typeof MachineFormPage>[0]['retirement'],
) => {
  const coming = machine === null ? [] : await bookingsOn(c.var, machine.id, { startsAt: c.var.now, endsAt: '9999-12-31T00:00:00.000Z' })
  return page(
    c,
    <MachineFormPage
      t={words(c.var.locale)}
      machine={machine}
      form={form}
      coming={coming.filter(one => one.kind === 'time' && one.startsAt > c.var.now).length}
      {...(retirement ? { retirement } : {})}
    />,
    status,
  )
}

const settingsPage = async (c: Here, more: Partial<SettingsProps> = {}, status: 200 | 422 = 200) =>
  page(
    c,
    <SettingsPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      machines={await machines(c.var)}
      materials={await allMaterials(c.var)}
      calendars={await calendarsOf(c.var, owner)}
      {...more}
    />,
    status,
  )
