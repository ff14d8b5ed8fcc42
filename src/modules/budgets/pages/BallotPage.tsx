import type { Form } from '#kernel/forms'
import { Actions, BallotBar, BallotList, Button, ErrorSummary, Notice, Page, Select } from '#kernel/ui'
import { StandingPanel } from '#modules/roll'
import type { BallotForm } from '../forms.ts'
import { type Idea } from '../queries/ideas.ts'
import type { Choices } from '../rules/ballots.ts'
import { money } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { rulesInWords } from './rulesInWords.ts'
import { budgetPath, ideaPath } from '../rules/sitePath.ts'

type Standing = Parameters<typeof StandingPanel>[0]['standing']

export interface BallotProps extends OfBudget {
  /** In the order of the day. */
  readonly projects: readonly Idea[]
  readonly choices: Choices
  readonly totals: { readonly count: number; readonly points: number; readonly cents: number }
  /** What is kept: nothing, a draft, a ballot cast; `changing` when a ballot cast is being changed. */
  readonly own: 'none' | 'draft' | 'cast' | 'changing'
  readonly form: Form<BallotForm>
  readonly standing: Standing
  readonly minimumAge: number | null
  readonly groups: { readonly districts: readonly Option[]; readonly ages: readonly Option[] }
}
interface Option {
  readonly value: string
  readonly label: string
}

/** The ballot: what is chosen, what it costs together, and whether it is cast. Works without script. */
export const BallotPage = (props: BallotProps) => {
  const { t, locale, budget, form, standing, minimumAge, own, groups } = props
  const path = `${budgetPath(budget.id)}/vote`
  return (
    <Page
      title={t('ballot.title')}
      kicker={budget.title}
      lead={rulesInWords(t, locale, budget.rules).ballot}
      breadcrumb={crumbs(t, budget)}
    >
      {!standing.ok && <StandingPanel locale={locale} standing={standing} minimumAge={minimumAge} back={path} />}
      {own === 'changing' && <Notice title={t('ballot.changing')}>{t('ballot.changingText')}</Notice>}
      <ErrorSummary form={form} />
      <p class="soft">
        {t('ballot.order')} {t('ballot.public')}
      </p>
      <form method="post" action={path} noValidate>
        <Lines {...props} />
        {standing.ok && (
          <>
            {groups.districts.length > 0 && (
              <Select
                form={form}
                name="district"
                label={t('ballot.district')}
                hint={t('ballot.groupsHint')}
                optional
                options={withNone(t, groups.districts)}
              />
            )}
            {groups.ages.length > 0 && (
              <Select form={form} name="age" label={t('ballot.age')} optional options={withNone(t, groups.ages)} />
            )}
            <BallotBar state={t(`ballot.state.${own}`)}>
              <Totals {...props} />
              <Actions>
                <Button name="act" value="review">
                  {t('ballot.review')}
                </Button>
                <Button kind="secondary" name="act" value="save">
                  {t('ballot.recompute')}
                </Button>
              </Actions>
            </BallotBar>
          </>
        )}
      </form>
    </Page>
  )
}

const withNone = (t: BallotProps['t'], options: readonly Option[]) => [{ value: '', label: t('ballot.noSay') }, ...options]

const Lines = ({ t, locale, budget, projects, choices }: BallotProps) => (
  <BallotList
    lines={projects.map(idea => ({
      id: idea.id,
      title: `${idea.id}. ${idea.title}`,
      href: ideaPath(idea.id),
      cost: money(idea.costCents ?? 0, locale),
      note: [idea.place, idea.sectorName].filter(Boolean).join(' · '),
      given: choices[idea.id] ?? 0,
    }))}
    points={budget.rules.voteKind === 'points' ? (budget.rules.points ?? undefined) : undefined}
    choose={title => t('ballot.choose', { title })}
    pointsLabel={title => t('ballot.pointsFor', { title })}
    see={t('ballot.see')}
  />
)

const Totals = ({ t, locale, budget, totals }: BallotProps) => {
  const { voteKind, mostChoices, points, envelopeCents } = budget.rules
  const [value, of] =
    voteKind === 'points'
      ? [totals.points, points ?? 1]
      : voteKind === 'approval' && mostChoices !== null
        ? [totals.count, mostChoices]
        : [totals.cents, envelopeCents]
  return (
    <>
      <p>
        {t(
          voteKind === 'points'
            ? 'ballot.totalPoints'
            : voteKind === 'approval' && mostChoices !== null
              ? 'ballot.totalChoices'
              : 'ballot.total',
          {
            n: totals.count,
            points: totals.points,
            of: voteKind === 'points' ? (points ?? 0) : (mostChoices ?? 0),
            cost: money(totals.cents, locale),
            envelope: money(envelopeCents, locale),
          },
        )}
      </p>
      {voteKind !== 'approval' || mostChoices !== null ? <progress value={Math.min(value, of)} max={of} aria-hidden="true" /> : null}
    </>
  )
}
