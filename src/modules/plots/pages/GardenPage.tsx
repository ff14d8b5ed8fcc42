import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import type { Incident, Resource, Session } from '#engines/booking'
import { sayWhen } from '#engines/booking'
import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import {
  Actions,
  Button,
  DefinitionList,
  Disclosure,
  Empty,
  ErrorSummary,
  Field,
  Listing,
  Notice,
  Page,
  Section,
  Select,
  Table,
  Tag,
  TextArea,
  Time,
} from '#kernel/ui'
import type { NewHarvest, NewIncident, Repaired } from '../forms.ts'
import type { Garden, Plot } from '../queries/gardens.ts'
import { crops } from '../rules/terms.ts'
import { crumbs, GardenPlan, type Said, sayArea, sayCrop, sayPlot, sayWeight } from './parts.tsx'

export interface GardenProps extends Said {
  readonly garden: Garden
  readonly plots: readonly Plot[]
  readonly days: readonly Session[]
  readonly things: readonly Resource[]
  readonly incidents: readonly Incident[]
  readonly harvest: readonly { readonly kind: string; readonly grams: number }[]
  readonly stewards: readonly { readonly name: string; readonly title: string }[]
  readonly about: AboutServiceProps | null
  readonly incident: Form<NewIncident>
  readonly harvested: Form<NewHarvest>
  /** The repair of one incident, when its words must be corrected. */
  readonly repair: { readonly incident: string; readonly form: Form<Repaired> }
  readonly isSignedIn: boolean
  /** Has a plot here, or runs the garden. */
  readonly gardens: boolean
  readonly runs: boolean
}

/** One garden: its plan and, beside it, everything the plan says. */
export const GardenPage = (props: GardenProps) => {
  const { t, locale, garden, plots, stewards, runs } = props
  return (
    <Page title={garden.name} kicker={t('plots.title')} lead={garden.about} breadcrumb={crumbs(t)}>
      {garden.closedOn !== null && (
        <Notice kind="warning" title={t('garden.closed', { date: formatDate(garden.closedOn, locale) })}>
          {garden.closedBecause}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('garden.place'), value: garden.place },
          { term: t('garden.access'), value: garden.access },
          { term: t('garden.runBy'), value: garden.runBy },
          { term: t('garden.stewards'), value: stewards.map(one => `${one.name} (${one.title})`).join(', ') },
        ]}
      />
      {runs && (
        <Actions>
          <Button kind="secondary" href={`/jardins/lieux/${garden.id}/tenue`}>
            {t('garden.keep')}
          </Button>
        </Actions>
      )}
      <Section title={t('garden.plots')} id="parcelles">
        {plots.length === 0 ? (
          <Empty title={t('garden.noPlots')} drawing="garden" />
        ) : (
          <>
            <GardenPlan {...props} />
            <PlotTable {...props} />
          </>
        )}
      </Section>
      <Section title={t('garden.days')} id="journees">
        <Days {...props} />
      </Section>
      <Things {...props} />
      <Harvest {...props} />
      {props.about && <AboutService {...props.about} />}
    </Page>
  )
}

const PlotTable = (props: GardenProps) => {
  const { t, locale, plots } = props
  return (
    <Table
      caption={t('garden.plots')}
      hideCaption
      head={[t('plot.number'), t('plot.area'), t('plot.kind'), t('plot.waterHead'), t('plot.sunHead'), t('plot.stateHead')]}
      numeric={[1]}
      rows={plots.map(plot => [
        plot.number,
        sayArea(plot.squareMetres, props),
        t(`kind.${plot.kind}`),
        t(`water.${plot.water}`),
        t(`sun.${plot.sun}`),
        <span>
          {sayPlot(plot, t)}
          {plot.until !== null && `, ${t('plot.until', { date: formatDate(plot.until, locale) })}`}
        </span>,
      ])}
    />
  )
}

const Days = ({ t, locale, days }: GardenProps) =>
  days.length === 0 ? (
    <p>{t('garden.noDays')}</p>
  ) : (
    <Listing
      items={days.map(day => ({
        title: day.name,
        href: `/jardins/journees/${day.id}`,
        text: sayWhen(day, locale),
        note: day.cancelledAt === null ? t('day.left', { n: day.capacity - day.placesTaken }) : t('day.cancelled'),
      }))}
    />
  )

const Things = (props: GardenProps) => {
  const { t, garden, things, incidents, incident, isSignedIn, runs } = props
  return (
    <Section title={t('garden.things')} id="materiel">
      {things.length === 0 ? (
        <p>{t('garden.noThings')}</p>
      ) : (
        <Table
          caption={t('garden.things')}
          hideCaption
          head={[t('thing.name'), t('thing.kind'), t('thing.state')]}
          rows={things.map(thing => {
            const open = incidents.filter(one => one.resource === thing.id && one.closedAt === null)
            return [
              thing.kind === 'tool' ? <a href={thing.path}>{thing.name}</a> : thing.name,
              t(thing.kind === 'water' ? 'thing.water' : 'thing.tool'),
              open.length === 0 ? (
                t('thing.works')
              ) : (
                <div>
                  <Tag tone="brick">{t('thing.broken')}</Tag> <Time at={open.at(-1)!.reportedAt} prefix />
                  {runs && open.map(one => <Repair key={one.id} {...props} one={one} name={thing.name} />)}
                </div>
              ),
            ]
          })}
        />
      )}
      {isSignedIn && things.length > 0 && (
        <Disclosure summary={t('incident.report')} open={Object.keys(incident.errors).length > 0}>
          <form method="post" action={`/jardins/lieux/${garden.id}/incidents`} noValidate>
            <ErrorSummary form={incident} />
            <Select
              form={incident}
              name="thing"
              label={t('incident.thing')}
              options={things.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              form={incident}
              name="description"
              label={t('incident.what')}
              hint={t('incident.whatHint')}
              rows={3}
              maxlength={1000}
            />
            <Button>{t('incident.send')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
const emptyRepair: Form<Repaired> = { values: {}, errors: {} }
const Repair = ({ t, one, name, repair }: GardenProps & { one: Incident; name: string }) => (
  <form method="post" action={`/jardins/incidents/${one.id}/suite`} noValidate>
    <p class="soft">{one.description}</p>
    <Field
      form={one.id === repair.incident ? repair.form : emptyRepair}
      name="outcome"
      prefix={`suite-${one.id}`}
      label={t('incident.outcome', { name })}
    />
    <Button small kind="secondary">
      {t('incident.close')}
    </Button>
  </form>
)

const Harvest = (props: GardenProps) => {
  const { t, garden, harvest, harvested, gardens } = props
  return (
    <Section title={t('garden.harvest')} id="recoltes">
      {harvest.length === 0 ? (
        <p>{t('garden.noHarvest')}</p>
      ) : (
        <Table
          caption={t('garden.harvest')}
          hideCaption
          head={[t('garden.harvestKind'), t('garden.harvestWeight')]}
          numeric={[1]}
          rows={harvest.map(({ kind, grams }) => [sayCrop(kind, t), sayWeight(grams, props)])}
        />
      )}
      {gardens && (
        <Disclosure summary={t('harvest.add')} open={Object.keys(harvested.errors).length > 0}>
          <form method="post" action={`/jardins/lieux/${garden.id}/recoltes`} noValidate>
            <ErrorSummary form={harvested} />
            <Select
              form={harvested}
              name="kind"
              label={t('harvest.kind')}
              options={crops.map(value => ({ value, label: sayCrop(value, t) }))}
            />
            <Field
              form={harvested}
              name="kilograms"
              prefix="recolte"
              label={t('harvest.kilograms')}
              inputmode="decimal"
              width="short"
              unit="kg"
            />
            <Field form={harvested} name="on" label={t('harvest.on')} type="date" />
            <Button>{t('harvest.send')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
