import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import { sayState, sayWhen } from '#engines/booking'
import type { Form } from '#kernel/forms'
import { formatNumber, formatPercent } from '#kernel/i18n'
import {
  Actions,
  Bars,
  Button,
  Disclosure,
  Drawing,
  Empty,
  Expected,
  FeedLink,
  Field,
  FigureRow,
  Listing,
  OpenFigure,
  Page,
  Section,
  Select,
  type Shape,
  Table,
} from '#kernel/ui'
import type { Search } from '../forms.ts'
import { type Item } from '../queries/items.ts'
import { type Kind, kinds } from '../rules/kinds.ts'
import type { Loan } from '../queries/loans.ts'
import { itemPath, home } from '../where.ts'
import { nameOf, type Names, type Said } from './parts.tsx'

export interface Figures {
  readonly loans: number
  /** Between 0 and 1. */
  readonly rate: number
  readonly kilometres: number
  readonly carbonGrams: number
  readonly shares: readonly { readonly name: string; readonly loans: number }[]
  readonly factors: readonly { readonly label: string; readonly source: string; readonly since: string }[]
}
interface Props extends Said {
  readonly items: readonly Item[]
  readonly names: Names
  readonly communes: readonly number[]
  readonly form: Form<Search>
  readonly week: readonly Loan[]
  readonly figures: Figures | null
  readonly about: AboutServiceProps | null
  readonly toAnswer: number
  readonly runs: boolean
  readonly mayLend: boolean
}

/** What is lent, what is out this week, and what it comes to. */
export const CataloguePage = (props: Props) => {
  const { t, items, runs } = props
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      drawing={<Drawing name="transport" size="large" />}
      expected={
        props.toAnswer > 0 && (
          <Expected action={{ label: t('nav.loans'), href: `${home}/prets` }}>{t('home.answer', { n: props.toAnswer })}</Expected>
        )
      }
    >
      <Actions>
        {runs && (
          <Button kind="secondary" href={`${home}/prets`}>
            {t('nav.loans')}
          </Button>
        )}
        {props.mayLend && (
          <Button kind="secondary" href={`${home}/objets/nouveau`}>
            {t('nav.new')}
          </Button>
        )}
        <Button kind="secondary" href={`${home}/conventions`}>
          {t('nav.agreements')}
        </Button>
        <Button kind="secondary" href={`${home}/regles`}>
          {t('nav.rules')}
        </Button>
      </Actions>
      <Section title={t('catalogue.title')} id="materiel">
        {props.communes.length === 0 ? (
          <Empty
            title={t('catalogue.empty')}
            drawing="transport"
            {...(runs ? { action: { label: t('catalogue.start'), href: `${home}/conventions/nouvelle` } } : {})}
          >
            {t('catalogue.emptyText')}
          </Empty>
        ) : (
          <>
            <Disclosure
              summary={t('catalogue.filter')}
              open={Object.values(props.form.values).some(one => one !== '') || props.form.errors[''] !== undefined}
            >
              <Filter {...props} />
            </Disclosure>
            <p>{t('catalogue.count', { n: items.length })}</p>
            <Listing items={items.map(item => line(item, props))} />
          </>
        )}
      </Section>
      {props.communes.length > 0 && <Week {...props} />}
      {props.figures && <InFigures {...props} figures={props.figures} />}
      {props.about && <AboutService {...props.about} />}
    </Page>
  )
}

const shapes: Readonly<Record<Kind, Shape>> = {
  vehicle: 'transport',
  stage: 'stage',
  tent: 'market',
  furniture: 'tables',
  sound: 'sound',
  kitchen: 'canteen',
  other: 'workshop',
}
const line = (item: Item, { t, names }: Props) => ({
  title: item.name,
  href: itemPath(item.id),
  drawing: shapes[item.kind as Kind] ?? 'workshop', // the form lets no other kind in
  text: item.description,
  note: t('catalogue.keptBy', { commune: nameOf(names, item.body) }),
})

const Filter = ({ t, form, communes, names }: Props) => (
  <form method="get" action={home} noValidate>
    {form.errors[''] && <p class="control__error">{form.errors['']}</p>}
    <Select
      form={form}
      name="kind"
      label={t('catalogue.kind')}
      optional
      options={[{ value: '', label: t('catalogue.all') }, ...kinds.map(value => ({ value, label: t(`kind.${value}`) }))]}
    />
    <Select
      form={form}
      name="commune"
      label={t('catalogue.commune')}
      optional
      options={[
        { value: '', label: t('catalogue.allCommunes') },
        ...communes.map(one => ({ value: String(one), label: nameOf(names, one) })),
      ]}
    />
    <Field form={form} name="from" type="date" label={t('catalogue.from')} optional />
    <Field form={form} name="to" type="date" label={t('catalogue.to')} optional />
    <Button kind="secondary">{t('catalogue.search')}</Button>
  </form>
)

const Week = ({ t, locale, week, names }: Props) => (
  <Section title={t('week.title')} id="semaine">
    {week.length === 0 ? (
      <p>{t('week.none')}</p>
    ) : (
      <Table
        caption={t('week.title')}
        hideCaption
        head={[t('week.item'), t('week.commune'), t('week.when'), t('week.state')]}
        rows={week.map(one => [
          <a href={itemPath(one.resource)}>{one.thing}</a>,
          nameOf(names, one.body),
          sayWhen(one, locale),
          sayState(one.state, null, locale),
        ])}
      />
    )}
    <p>
      <FeedLink href={`${home}/agenda.ics`} type="text/calendar" label={t('nav.calendar')} />
    </p>
  </Section>
)

const InFigures = ({ t, locale, figures }: Props & { readonly figures: Figures }) => (
  <Section title={t('figures.title')} id="chiffres">
    <FigureRow
      figures={[
        { value: formatNumber(figures.loans, locale), label: t('figures.loans') },
        { value: formatPercent(figures.rate, locale), label: t('figures.rate'), note: t('figures.rateNote') },
        { value: formatNumber(figures.kilometres, locale), label: t('figures.km') },
        {
          value: (
            <OpenFigure
              value={`${formatNumber(figures.carbonGrams / 1000, locale)} kg`}
              rule={t('figures.carbonRule')}
              data={figures.factors.map(one => one.label).join(' ; ')}
              since={figures.factors[0]?.since}
              source={{ label: figures.factors[0]?.source ?? '', href: `${home}/regles` }}
            />
          ),
          label: t('figures.carbon'),
        },
      ]}
    />
    {figures.loans > 0 && (
      <Bars
        title={t('figures.shares')}
        unit={t('figures.uses')}
        bars={figures.shares.map(one => ({ label: one.name, value: one.loans }))}
      />
    )}
  </Section>
)
