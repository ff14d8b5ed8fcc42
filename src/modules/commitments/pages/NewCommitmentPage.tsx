import type { Form } from '#kernel/forms'
import { Button, Choice, DefinitionList, ErrorSummary, Field, Hidden, Page, Section, Select, TextArea } from '#kernel/ui'
import type { NewCommitment } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { directions } from '../rules/standing.ts'
import { ownerKinds, sources } from '../rules/terms.ts'

interface Props {
  readonly t: T
  readonly form: Form<NewCommitment>
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  /** The decision came with the link that led here. */
  readonly isGiven: boolean
}

export const NewCommitmentPage = ({ t, form, services, measures, isGiven }: Props) => (
  <Page title={t('new.title')} lead={t('new.lead')} breadcrumb={[{ label: t('title'), href: '/engagements' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/engagements" noValidate>
      {isGiven ? <Given t={t} form={form} /> : <Decision t={t} form={form} />}
      <Hidden form={form} name="committee" />
      <Field form={form} name="title" label={t('new.name')} hint={t('new.nameHint')} />
      <TextArea form={form} name="text" label={t('new.text')} rows={4} maxlength={4000} optional />
      <Select
        form={form}
        name="service"
        label={t('new.service')}
        options={[{ value: '', label: t('new.noService') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        form={form}
        name="measure"
        label={t('new.measure')}
        options={[{ value: '', label: t('new.noMeasure') }, ...measures.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Section title={t('new.owner')}>
        <Choice
          form={form}
          name="ownerKind"
          label={t('new.ownerKind')}
          options={ownerKinds.map(kind => ({ value: kind, label: t(`owner.${kind}`) }))}
        />
        <Field form={form} name="ownerName" label={t('new.ownerName')} width="medium" />
        <Field form={form} name="ownerFunction" label={t('new.ownerFunction')} width="medium" optional />
      </Section>
      <Section title={t('new.effect')}>
        <Field form={form} name="indicator" label={t('new.indicator')} hint={t('new.indicatorHint')} />
        <Field form={form} name="unit" label={t('new.unit')} hint={t('new.unitHint')} width="short" optional />
        <Choice
          form={form}
          name="direction"
          label={t('new.direction')}
          options={directions.map(direction => ({ value: direction, label: t(`new.${direction}`) }))}
        />
        <Field form={form} name="target" label={t('new.target')} type="number" />
        <Select
          form={form}
          name="source"
          label={t('new.source')}
          options={sources.map(source => ({ value: source, label: t(`source.${source}`) }))}
        />
        <Field form={form} name="dueOn" label={t('new.dueOn')} type="date" />
        <Field form={form} name="reviewOn" label={t('new.reviewOn')} type="date" optional />
      </Section>
      <Section title={t('new.money')} lead={t('new.moneyLead')}>
        <Field form={form} name="voted" label={t('new.voted')} type="number" unit="€" optional />
        <Field form={form} name="budgetLine" label={t('new.budgetLine')} width="medium" optional />
      </Section>
      <Button>{t('new.send')}</Button>
    </form>
  </Page>
)

const Given = ({ t, form }: Pick<Props, 't' | 'form'>) => (
  <>
    <DefinitionList
      items={[{ term: t('new.from'), value: <a href={String(form.values.decisionUrl)}>{String(form.values.decisionTitle)}</a> }]}
    />
    <Hidden form={form} name="decision" />
    <Hidden form={form} name="decisionTitle" />
    <Hidden form={form} name="decisionUrl" />
  </>
)

const Decision = ({ t, form }: Pick<Props, 't' | 'form'>) => (
  <>
    <Field form={form} name="decisionTitle" label={t('new.decisionTitle')} hint={t('new.decisionTitleHint')} />
    <Field form={form} name="decisionUrl" label={t('new.decisionUrl')} hint={t('new.decisionUrlHint')} width="medium" />
  </>
)
