import { Actions, Button, Empty, Listing, Page, Section } from '#kernel/ui'
import type { Budget } from '../queries/budgets.ts'
import { money } from '../rules/euros.ts'
import { phaseNote, type Said } from './parts.tsx'

interface Props extends Said {
  readonly budgets: readonly Budget[]
  readonly isTownHall: boolean
}

/** Every participatory budget of the commune: those that run, those of the past. */
export const BudgetsPage = ({ t, locale, budgets, isTownHall }: Props) => {
  const running = budgets.filter(({ phase }) => phase !== 'follow-up')
  const past = budgets.filter(({ phase }) => phase === 'follow-up')
  const items = (some: readonly Budget[]) =>
    some.map(budget => ({
      href: `/budgets/${budget.id}`,
      title: budget.title,
      text: budget.summary,
      note: `${money(budget.rules.envelopeCents, locale)} · ${t(`phase.${budget.phase}`)} · ${phaseNote({ t, locale, budget })}`,
    }))
  return (
    <Page title={t('budgets.title')} lead={t('budgets.lead')}>
      {isTownHall && (
        <Actions>
          <Button href="/budgets/nouveau">{t('budgets.new')}</Button>
          <Button kind="secondary" href="/budgets/carte">
            {t('budgets.map')}
          </Button>
          <Button kind="secondary" href="/budgets/archives">
            {t('budgets.archive')}
          </Button>
        </Actions>
      )}
      {budgets.length === 0 && (
        <Empty title={t('budgets.none')} drawing="bridge">
          {t('budgets.noneText')}
        </Empty>
      )}
      {running.length > 0 && (
        <Section title={t('budgets.running')} id="en-cours">
          <Listing items={items(running)} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('budgets.past')} id="passes">
          <Listing items={items(past)} />
        </Section>
      )}
    </Page>
  )
}
