import { readMap } from '#modules/budgets'
import { aboutService } from '#modules/catalogue'
import { anyone, notFound, page, resident, router, signedIn } from '#kernel/http'
import { figureOn, figuresOn } from '../parameters.ts'
import { MinePage } from '../pages/DeskPages.tsx'
import { PlotsPage } from '../pages/PlotsPage.tsx'
import { AgreementPage, RulesPage } from '../pages/RulesPages.tsx'
import { photoPurpose } from '../acts/season.ts'
import { fileResponse } from '#kernel/files'
import { figuresOf, gardensOf, plotsOf } from '../queries/gardens.ts'
import { applicationsBy, type Round, roundsOf } from '../queries/rounds.ts'
import { photoById, tenanciesOf, tenancyById } from '../queries/tenancies.ts'
import { expectedOf } from '../expected.ts'
import type { Tables } from '../schema.ts'
import { gardensRun, runsGarden } from '../who.ts'
import { param, type Request, said } from './shared.tsx'

export const publicRoutes = router<Tables>()
  .get('/jardins', anyone, async c => {
    const [gardens, plots, rounds] = [await gardensOf(c.var), await plotsOf(c.var), await roundsOf(c.var)]
    const map = await readMap(c.var)
    const run = await gardensRun(c.var)
    const props = {
      ...said(c),
      gardens,
      plots,
      rounds,
      figures: await figuresOf(c.var),
      waiting: waitingIn(rounds),
      about: await aboutService(c, gardens.find(one => one.service !== null)?.service ?? null),
      lines: map.lines.map(({ kind, name, points }) => ({
        kind,
        name,
        points: points.map(([latitude, longitude]) => ({ latitude, longitude })),
      })),
      places: map.places,
      expected: await expectedOf(c.var),
      isSignedIn: c.var.actor.personId !== null,
      runsSome: run === null || run.length > 0,
      isAgent: c.var.actor.roles.has('agent'),
    }
    return page(c, <PlotsPage {...props} />)
  })

  .get('/jardins/regles', anyone, c => {
    const { today } = c.var
    return page(c, <RulesPage {...said(c)} figures={figuresOn(today)} waitedYears={figureOn('waited-years', today)} />)
  })

  .get('/jardins/convention', anyone, c => page(c, <AgreementPage {...said(c)} />))

  .get('/jardins/mes-parcelles', resident, async c => {
    const { personId } = signedIn(c)
    const props = { tenancies: await tenanciesOf(c.var, personId), applications: await applicationsBy(c.var, personId) }
    return page(c, <MinePage {...said(c)} {...props} />)
  })

  .get('/jardins/photos/:plotPhoto', resident, async c => {
    const photo = await photoById(c.var, param(c, 'plotPhoto'))
    const tenancy = photo && (await tenancyById(c.var, photo.tenancy))
    if (!photo || !tenancy || !(await mayRead(c, tenancy))) return notFound(c)
    return (await fileResponse(c.var, photo.file, { purpose: photoPurpose, known: c.req.header('if-none-match') })) ?? notFound(c)
  })

/** A file of a plot is read by its holder and by those who run the garden. */
export const mayRead = async (c: Request, tenancy: { readonly person: string | null; readonly garden: string }): Promise<boolean> =>
  (tenancy.person !== null && tenancy.person === c.var.actor.personId) || (await runsGarden(c.var, tenancy.garden))

/** How many wait after the last draw. */
const waitingIn = (rounds: readonly Round[]): number =>
  rounds.find(one => one.stage === 'drawn')?.allocation?.result?.filter(one => one.offer === null).length ?? 0
