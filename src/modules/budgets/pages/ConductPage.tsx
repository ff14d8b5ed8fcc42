import type { Form } from '#kernel/forms'
import { commitmentOf } from '#engines/lot'
import { Actions, Button, ErrorSummary, Field, Listing, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { LotForm } from '../forms.ts'
import type { CountContent } from '../count/content.ts'
import { type Idea } from '../queries/ideas.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  /** Ideas that await a study, an answer, an adaptation. */
  readonly waiting: readonly Idea[]
  readonly lot: { readonly form: Form<LotForm>; readonly ties: CountContent['ties'] } | null
  readonly winnersWithoutMeasure: readonly Idea[]
}

/** What the town hall has to do for a budget, phase by phase. */
export const ConductPage = ({ t, budget, waiting, lot, winnersWithoutMeasure }: Props) => {
  const path = budgetPath(budget.id)
  return (
    <Page title={t('conduct.title')} kicker={budget.title} lead={t('conduct.lead')} breadcrumb={crumbs(t, budget)}>
      {budget.phase === 'draft' && (
        <Notice kind="warning" title={t('phase.draft')}>
          <p>{t('conduct.publishText')}</p>
          <form method="post" action={`${path}/publication`}>
            <Button>{t('conduct.publish')}</Button>
          </form>
        </Notice>
      )}
      {budget.phase === 'counting' && (
        <Notice kind="warning" title={t('phase.counting')}>
          <p>{t('conduct.countText')}</p>
          <form method="post" action={`${path}/decompte`}>
            <Button>{t('conduct.count')}</Button>
          </form>
        </Notice>
      )}
      {lot && <LotSection t={t} path={path} {...lot} />}
      <Section title={t('conduct.waiting', { n: waiting.length })} id="a-etudier">
        {waiting.length === 0 ? (
          <p class="soft">{t('conduct.noneWaiting')}</p>
        ) : (
          <Listing
            items={waiting.map(idea => ({
              href: `${ideaPath(idea.id)}#etude`,
              title: `${idea.id}. ${idea.title}`,
              note: t(`state.${idea.state}`),
            }))}
          />
        )}
      </Section>
      {winnersWithoutMeasure.length > 0 && (
        <Section title={t('conduct.winners')} id="laureats">
          <Listing items={winnersWithoutMeasure.map(idea => ({ href: ideaPath(idea.id), title: `${idea.id}. ${idea.title}` }))} />
        </Section>
      )}
      <Actions>
        <Button kind="secondary" href={`${path}/regles/modifier`}>
          {t('rules.change')}
        </Button>
        <Button kind="secondary" href={`${path}/bulletins-papier`}>
          {t('sheets.title')}
        </Button>
        <Button kind="secondary" href="/budgets/carte">
          {t('budgets.map')}
        </Button>
      </Actions>
    </Page>
  )
}

/** The lot: inputs and their digest are published before the numbers exist. */
const LotSection = ({ t, path, form, ties }: { t: Props['t']; path: string; form: Form<LotForm>; ties: CountContent['ties'] }) => (
  <Section title={t('lot.title')} id="tirage" lead={t('lot.lead')}>
    {ties.map(({ among }) => (
      <p key={among.join()} class="prose">
        {t('lot.among', { among: among.join(', ') })} <code>{commitmentOf(among)}</code>
      </p>
    ))}
    <form method="post" action={`${path}/tirage`} noValidate>
      <ErrorSummary form={form} />
      <Field form={form} name="seed" label={t('lot.seed')} hint={t('lot.seedHint')} />
      <TextArea form={form} name="note" label={t('lot.note')} hint={t('lot.noteHint')} rows={2} />
      <Actions>
        <Button>{t('lot.send')}</Button>
        <Button kind="secondary" href="/tirages">
          {t('lot.page')}
        </Button>
      </Actions>
    </form>
  </Section>
)
