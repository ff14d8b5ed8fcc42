import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Actions, Button, Disclosure, Empty, ErrorSummary, Field, Listing, Page, Section, Select, Table, Tag, TextArea } from '#kernel/ui'
import type { NewDay, NewPlotForm, NewSteward, NewThing, Withdrawal } from '../forms.ts'
import type { Garden, Plot } from '../queries/gardens.ts'
import type { Application } from '../queries/rounds.ts'
import type { Letter, Step, Tenancy } from '../queries/tenancies.ts'
import { PlotFields } from './PlotFormPage.tsx'
import { crumbs, GardenPlan, type Said } from './parts.tsx'

interface MineProps extends Said {
  readonly tenancies: readonly Tenancy[]
  readonly applications: readonly Application[]
}
/** Everything one has and asked here. */
export const MinePage = ({ t, locale, tenancies, applications }: MineProps) => (
  <Page title={t('mine.title')} breadcrumb={crumbs(t)}>
    {tenancies.length + applications.length === 0 && (
      <Empty title={t('mine.none')} drawing="garden" action={{ label: t('rounds.title'), href: '/jardins#demander' }} />
    )}
    <Listing
      level={2}
      items={tenancies.map(one => ({
        title: t('plot.of', { number: one.plotNumber, garden: one.gardenName }),
        href: `/jardins/attributions/${one.id}`,
        text: sayTenancy({ t, locale }, one),
      }))}
    />
    <Listing
      level={2}
      items={applications.map(one => ({
        title: t('application.one', { number: one.number }),
        href: `/jardins/demandes/${one.id}`,
        text:
          one.withdrawnAt === null
            ? formatDate(one.askedAt, locale)
            : t('application.withdrawn', { date: formatDate(one.withdrawnAt, locale) }),
      }))}
    />
  </Page>
)
const sayTenancy = ({ t, locale }: Said, one: Tenancy): string => {
  if (one.endedBecause !== null) return t(`ended.${one.endedBecause}`, { date: formatDate(one.endedOn ?? one.until, locale) })
  if (one.signedAt === null) return t('tenancy.awaitsSignature', { date: formatDate(one.answerBy, locale) })
  return t('plot.until', { date: formatDate(one.until, locale) })
}

interface BoardProps extends Said {
  readonly held: readonly Tenancy[]
  readonly steps: readonly Step[]
  readonly gardens: readonly Garden[]
  readonly paper: readonly (Letter & { readonly name: string })[]
  readonly lastVisits: ReadonlyMap<string, string>
}
/** What there is to do: answers awaited, plots under notice, letters to hand over, places to see. */
export const BoardPage = (props: BoardProps) => {
  const { t, locale, held, steps, gardens, paper, lastVisits } = props
  const contested = steps.filter(step => step.objection !== null && step.objection.answer === null)
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} breadcrumb={crumbs(t)} width="wide">
      {contested.length > 0 && (
        <Section title={t('desk.contested')} id="contestations">
          <Listing
            items={contested.flatMap(step => {
              const tenancy = held.find(one => one.id === step.tenancy)
              return tenancy
                ? [
                    {
                      title: t('plot.of', { number: tenancy.plotNumber, garden: tenancy.gardenName }),
                      href: `/jardins/attributions/${tenancy.id}#suivi`,
                      text: step.objection?.text ?? '',
                    },
                  ]
                : []
            })}
          />
        </Section>
      )}
      <Section title={t('desk.held')} id="parcelles">
        {held.length === 0 ? (
          <p>{t('desk.none')}</p>
        ) : (
          <Table
            caption={t('desk.held')}
            hideCaption
            head={[t('plot.number'), t('tenancy.holder'), t('plot.stateHead'), t('desk.visit')]}
            rows={held.map(one => {
              const step = steps.findLast(each => each.tenancy === one.id)
              return [
                <a href={`/jardins/attributions/${one.id}`}>{t('plot.of', { number: one.plotNumber, garden: one.gardenName })}</a>,
                [one.personName ?? t('tenancy.gone'), one.holderName].filter(Boolean).join(', '),
                step ? (
                  <div>
                    <Tag tone="brick">{t(`letter.${step.kind}`)}</Tag> {t('procedure.due', { date: formatDate(step.dueOn, locale) })}
                  </div>
                ) : one.endedOn !== null ? (
                  t('desk.toSee')
                ) : one.leavingOn !== null ? (
                  t('desk.leaves', { date: formatDate(one.leavingOn, locale) })
                ) : (
                  sayTenancy(props, one)
                ),
                lastVisits.has(one.id) ? formatDate(lastVisits.get(one.id) ?? '', locale) : t('desk.never'),
              ]
            })}
          />
        )}
      </Section>
      {paper.length > 0 && (
        <Section title={t('desk.paper')} id="papier" lead={t('desk.paperLead')}>
          <Table
            caption={t('desk.paper')}
            hideCaption
            head={[t('tenancy.holder'), t('letter.title'), t('desk.handed')]}
            rows={paper.map(letter => [
              letter.name,
              t(`letter.${letter.kind}`),
              <form method="post" action={`/jardins/courriers/${letter.id}/remise`}>
                <Button small kind="secondary" label={t('desk.handOne', { name: letter.name })}>
                  {t('desk.hand')}
                </Button>
              </form>,
            ])}
          />
        </Section>
      )}
      <Section title={t('gardens.list')} id="jardins">
        <Listing
          items={gardens.map(garden => ({ title: garden.name, href: `/jardins/lieux/${garden.id}/tenue`, text: t('garden.keep') }))}
        />
      </Section>
    </Page>
  )
}

export interface KeepProps extends Said {
  readonly garden: Garden
  readonly plots: readonly Plot[]
  readonly stewards: readonly { readonly id: string; readonly name: string; readonly title: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly day: Form<NewDay>
  readonly thing: Form<NewThing>
  readonly plot: Form<NewPlotForm>
  readonly withdrawal: Form<Withdrawal>
  readonly steward: Form<NewSteward>
  readonly isAgent: boolean
}
const wrong = (form: { readonly errors: object }) => Object.keys(form.errors).length > 0

/** What a steward does in a garden: days, water and tools, the plan, who else keeps it. */
export const KeepGardenPage = (props: KeepProps) => {
  const { t, garden, day, thing, plot, plots } = props
  const path = `/jardins/lieux/${garden.id}`
  return (
    <Page title={t('garden.keep')} kicker={garden.name} breadcrumb={crumbs(t, { label: garden.name, href: path })}>
      <Actions>
        <Button kind="secondary" href={`${path}/modifier`}>
          {t('garden.edit')}
        </Button>
      </Actions>
      <Section title={t('garden.days')} id="journees">
        <Disclosure summary={t('day.add')} open={wrong(day)}>
          <form method="post" action={`${path}/journees`} noValidate>
            <ErrorSummary form={day} />
            <Field form={day} name="name" label={t('day.name')} prefix="journee" />
            <TextArea form={day} name="about" label={t('day.about')} optional rows={3} maxlength={1000} />
            <Field form={day} name="on" label={t('day.on')} type="date" />
            <Field form={day} name="from" label={t('day.from')} type="time" />
            <Field form={day} name="hours" label={t('day.hours')} inputmode="numeric" width="short" />
            <Field form={day} name="places" label={t('day.capacity')} inputmode="numeric" width="short" />
            <Button>{t('day.send')}</Button>
          </form>
        </Disclosure>
      </Section>
      <Section title={t('garden.things')} id="materiel">
        <Disclosure summary={t('thing.add')} open={wrong(thing)}>
          <form method="post" action={`${path}/materiel`} noValidate>
            <ErrorSummary form={thing} />
            <Select
              form={thing}
              name="kind"
              prefix="materiel"
              label={t('thing.kind')}
              options={[
                { value: 'water', label: t('thing.water') },
                { value: 'tool', label: t('thing.tool') },
              ]}
            />
            <Field form={thing} name="name" prefix="materiel" label={t('thing.name')} />
            <Button>{t('thing.send')}</Button>
          </form>
        </Disclosure>
      </Section>
      <Section title={t('garden.plots')} id="parcelles">
        {plots.length > 0 && <GardenPlan {...props} />}
        <Disclosure summary={t('plot.add')} open={wrong(plot)}>
          <form method="post" action={`${path}/parcelles`} noValidate>
            <ErrorSummary form={plot} />
            <PlotFields t={t} form={plot} />
            <Button>{t('plot.send')}</Button>
          </form>
        </Disclosure>
        <ul>
          {plots.map(one => (
            <li key={one.id}>
              <a href={`/jardins/parcelles/${one.id}`}>{t('plot.edit', { number: one.number })}</a>
            </li>
          ))}
        </ul>
        {plots.some(one => one.withdrawnOn === null) && <Withdraw {...props} />}
      </Section>
      <Stewards {...props} />
    </Page>
  )
}

const Withdraw = ({ t, plots, garden, withdrawal }: KeepProps) => (
  <Disclosure summary={t('plot.withdraw')} open={wrong(withdrawal)}>
    <form method="post" action={`/jardins/lieux/${garden.id}/retrait`} noValidate>
      <ErrorSummary form={withdrawal} />
      <Select
        form={withdrawal}
        name="plot"
        prefix="retrait"
        label={t('plot.number')}
        options={plots.filter(one => one.withdrawnOn === null).map(one => ({ value: one.id, label: one.number }))}
      />
      <Field form={withdrawal} name="reason" prefix="retrait" label={t('plot.withdrawReason')} />
      <Button kind="danger">{t('plot.withdraw')}</Button>
    </form>
  </Disclosure>
)

const Stewards = ({ t, garden, stewards, people, steward, isAgent }: KeepProps) => (
  <Section title={t('garden.stewards')} id="referents" lead={t('steward.lead')}>
    {stewards.length === 0 ? (
      <p>{t('steward.none')}</p>
    ) : (
      <ul>
        {stewards.map(one => (
          <li key={one.id}>
            {one.name}, {one.title}{' '}
            {isAgent && (
              <form method="post" action={`/jardins/lieux/${garden.id}/referents/fin`}>
                <input type="hidden" name="steward" value={one.id} />
                <Button small kind="secondary" label={t('steward.endOne', { name: one.name })}>
                  {t('steward.end')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    )}
    {people.length > 0 && (
      <Disclosure summary={t('steward.add')} open={wrong(steward)}>
        <form method="post" action={`/jardins/lieux/${garden.id}/referents`} noValidate>
          <ErrorSummary form={steward} />
          <Select
            form={steward}
            name="person"
            label={t('steward.person')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field form={steward} name="title" prefix="referent" label={t('steward.title')} hint={t('steward.titleHint')} />
          <Button>{t('steward.send')}</Button>
        </form>
      </Disclosure>
    )}
  </Section>
)
