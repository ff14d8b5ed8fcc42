import { page } from '#kernel/http'
import { YearPage } from '../pages/YearPage.tsx'
import type { YearProps } from '../pages/yearProps.ts'
import { lastAccount } from '../acts/account.ts'
import { accountNow, closingsOf, correctionsOf, statementsOf } from '../queries/accounts.ts'
import type { Agreement } from '../queries/conventions.ts'
import { contestsOfStatements } from '../queries/damages.ts'
import { paymentsOf } from '../queries/payments.ts'
import { versionOfYear } from '../rules/terms.ts'
import type { Request } from '../schema.ts'
import { runs } from '../where.ts'
import { names, said } from './shared.tsx'

export interface Asked {
  readonly agreement: Agreement
  readonly year: number
}

/** What the year says: as last published, to the byte; before that, as the facts are now. */
export const shown = async (c: Request, { agreement, year: asked }: Asked) => {
  const statement = await lastAccount(c.var, agreement.id, asked)
  if (statement) return { account: statement.published, document: statement.document }
  const now = await accountNow(c.var, agreement, asked, 'account')
  return now && { account: now.published, document: JSON.stringify(now.published) }
}

/** The page of a year, with what was typed in a form of it. */
export const yearPage = async (c: Request, asked: Asked, more: Partial<YearProps> = {}, status: 200 | 422 = 200) => {
  const { agreement } = asked
  const statements = await statementsOf(c.var, agreement.id, asked.year)
  const closing = (await closingsOf(c.var, agreement.id)).find(one => one.year === asked.year)
  const corrections = await correctionsOf(c.var, agreement.id)
  const { id, slug, name } = c.var.body
  return page(
    c,
    <YearPage
      {...said(c)}
      agreement={agreement}
      convention={versionOfYear(agreement.versions, asked.year)}
      year={asked.year}
      today={c.var.today}
      published={(await shown(c, asked))?.account ?? null}
      statement={statements.find(one => one.kind === 'account') ?? null}
      forecast={statements.find(one => one.kind === 'forecast') ?? null}
      closing={closing ?? null}
      contests={await contestsOfStatements(
        c.var,
        statements.map(one => one.id),
      )}
      corrections={corrections.filter(one => one.year === asked.year)}
      payments={await paymentsOf(c.var, agreement.id, asked.year)}
      names={await names(c)}
      body={{ id, slug, name }}
      runs={await runs(c.var)}
      {...more}
    />,
    status,
  )
}
