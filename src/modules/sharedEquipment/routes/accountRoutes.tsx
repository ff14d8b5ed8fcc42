import { formCode } from '#engines/paper'
import { fileResponse, fileWords, storeFile } from '#kernel/files'
import { refuseField } from '#kernel/forms'
import { agent, anyone, conflict, download, forbidden, notFound, page, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import type { Verdict } from '#kernel/service'
import { approve, close, correct, lastAccount, noteCost, publish, reverseCost } from '../acts/account.ts'
import { contest } from '../acts/charge.ts'
import { CorrectionForm, CostForm, LineContest, Publication, Reason } from '../forms.ts'
import { MemberStatementPage } from '../pages/MemberStatementPage.tsx'
import { closingsOf, costsOf } from '../queries/accounts.ts'
import { agreementById } from '../queries/conventions.ts'
import { itemById } from '../queries/items.ts'
import { accountTable } from '../rules/accountTable.ts'
import { csvText } from '../rules/csvText.ts'
import { versionOfYear } from '../rules/terms.ts'
import type { Request, Tables } from '../schema.ts'
import { home, itemPath, runs, yearPath } from '../where.ts'
import { itemPage, keeping } from './itemRoutes.tsx'
import { evidencePurpose } from './oneLoan.tsx'
import { type Asked, shown, yearPage } from './oneYear.tsx'
import { param, said } from './shared.tsx'

const year = `${home}/conventions/:sharedAgreement/comptes/:sharedYear`
const withYear = (work: (c: Request, asked: Asked) => Promise<Response>) => async (c: Request) => {
  const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
  const asked = Number(param(c, 'sharedYear'))
  return agreement && asked >= 2000 && asked <= 2200 ? work(c, { agreement, year: asked }) : notFound(c)
}
type Refusals = Parameters<ReturnType<typeof said>['t']>[0] extends infer Key
  ? Key extends `year.refused.${infer Because}`
    ? Because
    : never
  : never
const unless = (c: Request, { agreement, year: asked }: Asked, verdict: Verdict<Refusals>, anchor = '') =>
  verdict.ok
    ? redirect(c, `${yearPath(agreement.id, asked)}${anchor}`)
    : verdict.because === 'not-lead' || verdict.because === 'not-member'
      ? forbidden(c, said(c).t(`year.refused.${verdict.because}`))
      : conflict(c, said(c).t(`year.refused.${verdict.because}`))

/** Costs with their evidence; the account of each year, published, contested, approved, closed, and counted again by anybody. */
export const accountRoutes = router<Tables>()
  .post(
    `${home}/objets/:sharedItem/depenses`,
    resident,
    keeping(async (c, item) => {
      const form = await submitted(c, CostForm)
      if (!form.ok) return itemPage(c, item, { costForm: form }, 422)
      const file = await uploaded(c, 'file')
      const stored = file && (await storeFile(c.var, { ...file, purpose: evidencePurpose, agreement: item.agreement }))
      if (stored && !stored.ok) return itemPage(c, item, { costForm: refuseField(form, '', fileWords(c.var.locale)(stored.because)) }, 422)
      const { amount, ...cost } = form.value
      const verdict = await noteCost(c.var, item, { ...cost, cents: amount, file: stored ? stored.file.id : null })
      return verdict.ok ? redirect(c, `${itemPath(item.id)}#depenses`) : conflict(c, said(c).t('year.refused.closed'))
    }),
  )
  .post(`${home}/depenses/:sharedCost/annulation`, resident, async c => {
    const [cost] = await costsOf(c.var, { id: param(c, 'sharedCost') })
    const item = cost && (await itemById(c.var, cost.resource))
    if (!cost || !item) return notFound(c)
    if (cost.body !== c.var.body.id || !(await runs(c.var))) return forbidden(c, said(c).t('damage.refused.not-yours'))
    const form = await submitted(c, Reason)
    if (!form.ok) return itemPage(c, item, { reversing: { cost: cost.id, form } }, 422)
    const verdict = await reverseCost(c.var, item, cost, form.value.reason.slice(0, 200))
    return verdict.ok ? redirect(c, `${itemPath(item.id)}#depenses`) : conflict(c, said(c).t(`year.refused.${verdict.because}`))
  })
  .get(`${home}/depenses/:sharedCost/piece`, resident, async c => {
    const [cost] = await costsOf(c.var, { id: param(c, 'sharedCost') })
    if (!cost || cost.file === null || !(await runs(c.var))) return notFound(c)
    return (await fileResponse(c.var, cost.file, { purpose: evidencePurpose, heldBy: cost.body })) ?? notFound(c)
  })

  .get(
    year,
    anyone,
    withYear((c, asked) => yearPage(c, asked)),
  )
  .get(
    `${year}/compte.json`,
    anyone,
    withYear(async (c, asked) => {
      const published = await shown(c, asked)
      if (!published) return notFound(c)
      const name = `compte-${asked.agreement.id}-${asked.year}.json`
      return download(c, { name, type: 'application/json; charset=utf-8', body: published.document })
    }),
  )
  .get(
    `${year}/compte.csv`,
    anyone,
    withYear(async (c, asked) => {
      const published = await shown(c, asked)
      if (!published) return notFound(c)
      const name = `compte-${asked.agreement.id}-${asked.year}.csv`
      return download(c, { name, type: 'text/csv; charset=utf-8', body: csvText(accountTable(published.account)) })
    }),
  )
  .get(
    `${year}/communes/:sharedMember`,
    anyone,
    withYear(async (c, asked) => {
      const published = await shown(c, asked)
      const version = versionOfYear(asked.agreement.versions, asked.year)
      const member = version?.terms.members.find(one => String(one.body) === param(c, 'sharedMember'))
      if (!published || !member || !published.account.members.some(one => one.id === member.slug)) return notFound(c)
      return page(
        c,
        <MemberStatementPage
          {...said(c)}
          agreement={asked.agreement}
          year={asked.year}
          published={published.account}
          member={member.slug}
          code={await formCode(c.var, `${yearPath(asked.agreement.id, asked.year)}/communes/${member.body}`)}
        />,
      )
    }),
  )

  .post(
    `${year}/publication`,
    agent,
    withYear(async (c, asked) => {
      const form = await submitted(c, Publication)
      if (!form.ok) return yearPage(c, asked, {}, 422)
      return unless(c, asked, await publish(c.var, asked.agreement, asked.year, form.value.kind))
    }),
  )
  .post(
    `${year}/accord`,
    agent,
    withYear(async (c, asked) => unless(c, asked, await approve(c.var, asked.agreement, asked.year), '#accords')),
  )
  .post(
    `${year}/contestation`,
    agent,
    withYear(async (c, asked) => {
      const form = await submitted(c, LineContest)
      if (!form.ok) return yearPage(c, asked, { contestForm: form }, 422)
      const { t } = said(c)
      const statement = await lastAccount(c.var, asked.agreement.id, asked.year)
      if (!statement) return conflict(c, t('year.refused.not-published'))
      if (!statement.published.members.some(one => one.id === c.var.body.slug)) return forbidden(c, t('year.refused.not-member'))
      if (c.var.today > statement.contestUntil) return conflict(c, t('year.contestLate'))
      if ((await closingsOf(c.var, asked.agreement.id)).some(one => one.year === asked.year)) return conflict(c, t('year.refused.closed'))
      await contest(c.var, { agreement: asked.agreement.id, damage: null, statement: statement.id, ...form.value })
      return redirect(c, `${yearPath(asked.agreement.id, asked.year)}#contestations`)
    }),
  )
  .post(
    `${year}/cloture`,
    agent,
    withYear(async (c, asked) => unless(c, asked, await close(c.var, asked.agreement, asked.year))),
  )
  .post(
    `${year}/corrections`,
    agent,
    withYear(async (c, asked) => {
      const form = await submitted(c, CorrectionForm)
      if (!form.ok) return yearPage(c, asked, { correction: form }, 422)
      const { amount, ...line } = form.value
      return unless(c, asked, await correct(c.var, asked.agreement, { ...line, year: asked.year, cents: amount }))
    }),
  )
