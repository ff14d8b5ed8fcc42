import { rulesFrom } from '#engines/booking'
import { calendarOf } from '#kernel/calendar'
import { emptyForm, parseForm, refuseField } from '#kernel/forms'
import { anyone, download, forbidden, page, resident, router } from '#kernel/http'
import { addDays, instantInParis } from '#kernel/rules'
import { aboutService } from '#modules/catalogue'
import { lendingRules } from '../acts/items.ts'
import { figuresOf } from '../figures.ts'
import { Search } from '../forms.ts'
import { CataloguePage } from '../pages/CataloguePage.tsx'
import { LoansPage } from '../pages/LoansPage.tsx'
import { RulesPage } from '../pages/RulesPage.tsx'
import { parametersOn } from '../parameters.ts'
import { itemsOf } from '../queries/items.ts'
import { type Loan, loansIn, returnedAmong } from '../queries/loans.ts'
import type { Request, Tables } from '../schema.ts'
import { serviceOf } from '../service.ts'
import { home, itemPath, runs } from '../where.ts'
import { isMember, names, said } from './shared.tsx'
import { agreementsOf } from '../queries/conventions.ts'

const always = { startsAt: '2000-01-01T00:00:00.000Z', endsAt: '2200-01-01T00:00:00.000Z' }

/** What is lent, the rules, the calendar, and what agents have to do. */
export const catalogueRoutes = router<Tables>()
  .get(home, anyone, async c => {
    const { today } = c.var
    const form = parseForm(Search, c.req.query(), c.var.locale)
    const { kind, commune, from, to } = form.ok ? form.value : {}
    const free =
      from === undefined ? undefined : { startsAt: instantInParis(from, '00:00'), endsAt: instantInParis(addDays(to ?? from, 1), '00:00') }
    const isWrong = free !== undefined && free.endsAt <= free.startsAt
    const everything = await itemsOf(c.var)
    const found = await itemsOf(c.var, { kind, commune, ...(free && !isWrong ? { free } : {}) })
    const week = { startsAt: instantInParis(today, '00:00'), endsAt: instantInParis(addDays(today, 7), '00:00') }
    const isRunning = await runs(c.var)
    const toAnswer = isRunning
      ? (await loansIn(c.var, { ...always, startsAt: c.var.now }, ['asked'])).filter(one => one.heldBy === c.var.body.id)
      : []
    const shown = emptyForm(Search, form.values)
    return page(
      c,
      <CataloguePage
        {...said(c)}
        items={found}
        names={await names(c)}
        communes={[...new Set(everything.map(one => one.body))]}
        form={isWrong ? refuseField(shown, '', said(c).t('catalogue.wrongDates')) : shown}
        week={await loansIn(c.var, week, ['confirmed', 'present'])}
        figures={await figuresOf(c.var, everything)}
        about={await aboutService(c, await serviceOf(c.var))}
        toAnswer={toAnswer.length}
        runs={isRunning}
        mayLend={isRunning && (await lends(c))}
      />,
    )
  })

  .get(`${home}/regles`, anyone, c =>
    page(c, <RulesPage {...said(c)} rules={rulesFrom(lendingRules)} parameters={parametersOn(c.var.today)} />),
  )

  .get(`${home}/agenda.ics`, anyone, async c => {
    const { t } = said(c)
    const span = {
      startsAt: instantInParis(addDays(c.var.today, -30), '00:00'),
      endsAt: instantInParis(addDays(c.var.today, 366), '00:00'),
    }
    const called = await names(c)
    const body = calendarOf(
      t('title'),
      (await loansIn(c.var, span, ['confirmed', 'present'])).map(one => ({
        uid: `shared-loan-${one.id}@${c.var.body.slug}.yvette`,
        sequence: 1,
        status: 'confirmed' as const,
        title: `${one.thing} (${called.get(one.body) ?? ''})`,
        description: '',
        place: null,
        url: `${c.var.url}${itemPath(one.resource)}`,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        changedAt: one.askedAt,
      })),
    )
    return download(c, { name: 'materiel-partage.ics', type: 'text/calendar; charset=utf-8', body, inline: true })
  })

  .get(`${home}/prets`, resident, async c => {
    if (!(await runs(c.var))) return forbidden(c, said(c).t('loans.forbidden'))
    const { body, now } = c.var
    const span = { startsAt: instantInParis(addDays(c.var.today, -400), '00:00'), endsAt: always.endsAt }
    const loans = await loansIn(c.var, span)
    const kept = loans.filter(one => one.heldBy === body.id)
    const back = await returnedAmong(
      c.var,
      kept.map(one => one.id),
    )
    const byPriority = (a: Loan, b: Loan) => a.priority - b.priority || (a.askedAt < b.askedAt ? -1 : 1)
    return page(
      c,
      <LoansPage
        {...said(c)}
        names={await names(c)}
        toAnswer={kept.filter(one => one.state === 'asked' || one.state === 'waiting').toSorted(byPriority)}
        out={kept.filter(one => (one.state === 'confirmed' || one.state === 'present') && !back.has(one.id))}
        ours={loans.filter(
          one => one.body === body.id && one.heldBy !== body.id && !['cancelled', 'refused'].includes(one.state) && one.endsAt > now,
        )}
        past={kept
          .filter(one => back.has(one.id))
          .toReversed()
          .slice(0, 40)}
      />,
    )
  })

const lends = async (c: Request): Promise<boolean> => {
  for (const one of await agreementsOf(c.var)) if (await isMember(c.var, one.id)) return true
  return false
}
