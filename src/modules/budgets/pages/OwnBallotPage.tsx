import type { Form } from '#kernel/forms'
import { Actions, Button, Disclosure, ErrorSummary, Listing, Notice, Page, Section, TextArea, Verdict } from '#kernel/ui'
import type { BallotForm, RevokeForm } from '../forms.ts'
import { type Idea } from '../queries/ideas.ts'
import type { Choices } from '../rules/ballots.ts'
import { money } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly chosen: readonly Idea[]
  readonly choices: Choices
  readonly totalCents: number
  /** Read over before it is cast, or cast. */
  readonly is: 'review' | 'cast'
  readonly form: Form<BallotForm>
  /** At the desk: the electronic ballot can be taken away, so that the person votes on paper. */
  readonly revoke: Form<RevokeForm> | null
}

/** One's own ballot: read over, then cast; it says which. */
export const OwnBallotPage = (props: Props) => {
  const { t, budget, is, chosen, form, choices } = props
  const path = `${budgetPath(budget.id)}/vote`
  return (
    <Page title={t(is === 'cast' ? 'ballot.cast' : 'ballot.readOver')} kicker={budget.title} breadcrumb={crumbs(t, budget)}>
      <Verdict is={is === 'cast' ? 'allowed' : 'missing'} title={t(is === 'cast' ? 'ballot.castTitle' : 'ballot.notCastTitle')}>
        {t(is === 'cast' ? 'ballot.castText' : 'ballot.notCastText')}
      </Verdict>
      <ErrorSummary form={form} />
      <Section title={t('ballot.chosen', { n: chosen.length })}>
        <Chosen {...props} />
      </Section>
      {is === 'review' ? (
        <form method="post" action={path}>
          {Object.entries(choices).map(([id, given]) =>
            budget.rules.voteKind === 'points' ? (
              <input key={id} type="hidden" name={`p${id}`} value={given} />
            ) : (
              <input key={id} type="hidden" name="projects" value={id} />
            ),
          )}
          {(['district', 'age'] as const).map(name => (
            <input key={name} type="hidden" name={name} value={[form.values[name] ?? ''].flat()[0]} />
          ))}
          <Actions>
            <Button name="act" value="cast">
              {t('ballot.castNow')}
            </Button>
            <Button kind="secondary" href={`${path}?modifier=oui`}>
              {t('ballot.back')}
            </Button>
          </Actions>
        </form>
      ) : (
        <Actions>
          <Button kind="secondary" href={`${path}?modifier=oui`}>
            {t('ballot.change')}
          </Button>
          <Button kind="secondary" href={budgetPath(budget.id)}>
            {t('ballot.toBudget')}
          </Button>
        </Actions>
      )}
      {is === 'cast' && <Notice title={t('ballot.secrecy')}>{t('ballot.secrecyText')}</Notice>}
      {props.revoke && (
        <Disclosure summary={t('revoke.title')}>
          <form method="post" action={`${path}/annulation`} noValidate>
            <ErrorSummary form={props.revoke} />
            <TextArea form={props.revoke} name="because" label={t('revoke.because')} rows={2} />
            <Actions>
              <Button kind="danger">{t('revoke.send')}</Button>
            </Actions>
          </form>
        </Disclosure>
      )}
    </Page>
  )
}

const Chosen = ({ t, locale, budget, chosen, choices, totalCents }: Props) => (
  <>
    <Listing
      items={chosen.map(idea => ({
        href: ideaPath(idea.id),
        title: `${idea.id}. ${idea.title}`,
        note: [
          money(idea.costCents ?? 0, locale),
          budget.rules.voteKind === 'points' ? t('ballot.points', { n: choices[idea.id] ?? 0 }) : null,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
    <p>{t('ballot.together', { cost: money(totalCents, locale) })}</p>
  </>
)
