import type { Form } from '#kernel/forms'
import {
  Button,
  Checkbox,
  Checkboxes,
  Choice,
  DefinitionList,
  ErrorSummary,
  Field,
  FormPaper,
  Notice,
  Page,
  Section,
  Select,
  TextArea,
  Time,
} from '#kernel/ui'
import { formatDate } from '#kernel/i18n'
import type { NewApplication } from '../forms.ts'
import type { Plot } from '../queries/gardens.ts'
import type { Application, Round, Standing } from '../queries/rounds.ts'
import type { Letter } from '../queries/tenancies.ts'
import { holderKinds } from '../rules/terms.ts'
import { crumbs, Letters, type Said, sayArea } from './parts.tsx'

interface AskProps extends Said {
  readonly town: string
  readonly round: Round
  readonly form: Form<NewApplication>
  readonly free: readonly Plot[]
  readonly code: string
  readonly isSignedIn: boolean
  readonly isCorrection: boolean
}
const situations = ['lives-here', 'without-land', 'low-income', 'needs-raised'] as const

/** Where one asks for a plot, on screen or on paper. */
export const ApplyPage = ({ t, locale, town, round, form, free, code, isSignedIn, isCorrection }: AskProps) => {
  const plots = free.map(plot => ({
    value: plot.id,
    label: `${t('plot.of', { number: plot.number, garden: plot.gardenName })} : ${sayArea(plot.squareMetres, { t, locale })}, ${t(`kind.${plot.kind}`)}`,
  }))
  return (
    <Page
      title={t('application.title')}
      kicker={round.title}
      lead={t('application.lead', { closes: formatDate(round.closesOn, locale) })}
      code={code}
      breadcrumb={crumbs(t)}
    >
      {!isSignedIn && <Notice>{t('application.signIn')}</Notice>}
      <p>
        <a href="/jardins/regles">{t('around.rules')}</a> · <a href="/jardins#jardins">{t('gardens.list')}</a>
      </p>
      <ErrorSummary form={form} />
      <FormPaper code={code}>
        <form method="post" action="/jardins/demandes" noValidate>
          <Choice
            form={form}
            name="holder"
            label={t('application.holder')}
            options={holderKinds.map(value => ({ value, label: t(`holder.${value}`) }))}
          />
          <Field form={form} name="holderName" label={t('application.holderName')} optional />
          <Checkboxes
            form={form}
            name="situation"
            label={t('application.situation')}
            hint={t('application.situationHint')}
            options={situations.map(value => ({ value, label: t(`situation.${value}`, { town }) }))}
          />
          {([1, 2, 3] as const).map(n => (
            <Select
              key={n}
              form={form}
              name={`wish${n}`}
              label={t('application.wish', { n: String(n) })}
              hint={n === 1 ? t('application.wishHint') : undefined}
              onPaper={n === 1 ? 'boxes' : 'line'}
              optional
              options={[{ value: '', label: t('application.noWish') }, ...plots]}
            />
          ))}
          <Checkbox form={form} name="takesAny" label={t('application.takesAny')} />
          <TextArea
            form={form}
            name="project"
            label={t('application.project')}
            hint={t('application.projectHint')}
            optional
            rows={4}
            maxlength={1000}
          />
          <Button>{t(isCorrection ? 'application.correct' : 'application.send')}</Button>
        </form>
      </FormPaper>
    </Page>
  )
}

interface OneProps extends Said {
  readonly application: Application
  readonly round: Round
  readonly tier: 1 | 2 | 3 | 4
  readonly waitedYears: number
  readonly plots: readonly Plot[]
  readonly standing: Standing | undefined
  readonly tenancy: string | null
  readonly letters: readonly Letter[]
  readonly isOwn: boolean
}
const whyOf = ({ application }: OneProps): 'elsewhere' | 'land' | 'income' | 'waited' | 'without' => {
  if (!application.livesHere) return 'elsewhere'
  if (!application.withoutLand) return 'land'
  if (application.lowIncome) return 'income'
  return application.waitedYears > 0 ? 'waited' : 'without'
}

/** An application, for who made it and for who runs the gardens: its number, its priority and why, what became of it. */
export const ApplicationPage = (props: OneProps) => {
  const { t, locale, application, round, tier, plots, standing, tenancy, letters, isOwn } = props
  const wishes = application.wishes.flatMap(id => plots.find(plot => plot.id === id) ?? [])
  const why = t(`why.${whyOf(props)}`, { n: application.waitedYears })
  return (
    <Page
      title={t('application.one', { number: application.number })}
      kicker={t('application.yours')}
      breadcrumb={crumbs(t, { label: round.title, href: `/jardins/campagnes/${round.id}` })}
    >
      {application.withdrawnAt !== null && (
        <Notice kind="warning">{t('application.withdrawn', { date: formatDate(application.withdrawnAt, locale) })}</Notice>
      )}
      {tenancy !== null && (
        <Notice kind="success">
          <a href={`/jardins/attributions/${tenancy}`}>{t('application.got')}</a>
        </Notice>
      )}
      {application.withdrawnAt === null && tenancy === null && (
        <p>
          {standing?.waiting
            ? t('application.waiting', { n: standing.waiting })
            : t('application.toDraw', { date: formatDate(round.drawOn, locale) })}
        </p>
      )}
      {standing?.waiting && tenancy === null && <p>{t('application.waitingWhy')}</p>}
      <DefinitionList
        items={[
          { term: t('application.sent'), value: <Time at={application.askedAt} /> },
          { term: t('application.keyed'), value: application.keyedBy === null ? null : t('application.keyedYes') },
          { term: t('application.holder'), value: [t(`holder.${application.holder}`), application.holderName].filter(Boolean).join(' : ') },
          { term: t('application.priorityNow'), value: t('tier.said', { n: tier, text: t(`tier.${tier}`, { n: props.waitedYears }) }) },
          { term: t('application.why'), value: why },
          { term: t('application.pseudonym'), value: standing?.pseudonym ?? null },
          { term: t('application.rank'), value: standing?.rank ?? null },
          {
            term: t('round.wishes'),
            value: [
              ...wishes.map(plot => t('plot.of', { number: plot.number, garden: plot.gardenName })),
              application.takesAny ? t('application.takesAny') : '',
            ]
              .filter(Boolean)
              .join(' ; '),
          },
          { term: t('application.project'), value: application.project },
        ]}
      />
      {letters.length > 0 && (
        <Section title={t('application.told')} id="courriers">
          <Letters t={t} locale={locale} letters={letters} />
        </Section>
      )}
      {isOwn && application.withdrawnAt === null && round.stage === 'open' && (
        <Section title={t('application.change')} id="changer">
          <p>
            <a href="/jardins/demande">{t('application.correct')}</a>
          </p>
          <form method="post" action={`/jardins/demandes/${application.id}/retrait`}>
            <Button kind="danger">{t('application.withdraw')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}
