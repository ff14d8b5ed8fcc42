import { colleges, delayKinds, manners } from '#engines/meetings'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, Checkbox, ErrorSummary, Field, Page, Section, Select, TextArea } from '#kernel/ui'
import type { RulesForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { models } from '../models.ts'
import { type Committee, committeeUrl } from '../committee.ts'
import { offeredShares, readShare } from '../rules/shareText.ts'
import { sayShare } from './sayRules.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly committee: Committee
  readonly form: Form<RulesForm>
}

/** Where the town hall changes the rules of a committee, from a model or line by line, with a reason and a day. */
export const RulesFormPage = ({ t, locale, committee, form }: Props) => (
  <Page
    title={t('rules.change')}
    kicker={committee.name}
    lead={t('rules.changeLead')}
    breadcrumb={[
      { label: t('committees.title'), href: '/comites' },
      { label: committee.name, href: committeeUrl(committee.id) },
      { label: t('rules.title'), href: committeeUrl(committee.id, '/regles') },
    ]}
  >
    <ErrorSummary form={form} />
    <Section title={t('rules.models')}>
      <Actions>
        {models.map(model => (
          <Button key={model.id} small kind="secondary" href={committeeUrl(committee.id, `/regles/modification?modele=${model.id}`)}>
            {t('rules.modelUse', { model: model.label[locale] })}
          </Button>
        ))}
      </Actions>
    </Section>
    <form method="post" action={committeeUrl(committee.id, '/regles/modification')} noValidate>
      <Convening t={t} form={form} />
      <QuorumFields t={t} form={form} />
      <Voting t={t} form={form} />
      <AgendaFields t={t} form={form} />
      <Section title={t('rules.form.reason')}>
        <Field form={form} name="since" type="date" label={t('rules.form.since')} hint={t('rules.form.sinceHint')} />
        <TextArea form={form} name="reason" label={t('rules.form.reason')} rows={3} />
        <Field form={form} name="source" label={t('rules.form.source')} hint={t('rules.form.sourceHint')} optional />
      </Section>
      <Button>{t('rules.form.submit')}</Button>
    </form>
  </Page>
)

type Part = Pick<Props, 't' | 'form'>

const Convening = ({ t, form }: Part) => (
  <Section title={t('rules.notice')}>
    <Field form={form} name="delayN" type="number" label={t('rules.form.delayN')} />
    <Select
      form={form}
      name="delayKind"
      label={t('rules.form.delayKind')}
      options={delayKinds.map(kind => ({ value: kind, label: t(`delayKind.${kind}`) }))}
    />
    <Checkbox form={form} name="carriedOver" label={t('rules.form.carriedOver')} />
    <Field form={form} name="urgentN" type="number" label={t('rules.form.urgentN')} hint={t('rules.form.urgentHint')} optional />
  </Section>
)

const QuorumFields = ({ t, form }: Part) => (
  <Section title={t('rules.quorum')}>
    <ShareSelect t={t} form={form} name="quorum-all" label={t('rules.form.quorumAll')} />
    {colleges.map(college => (
      <ShareSelect
        key={college}
        t={t}
        form={form}
        name={`quorum-${college}`}
        label={t('rules.form.quorumCollege', { college: t(`college.${college}`) })}
      />
    ))}
    <Checkbox form={form} name="proxiesCount" label={t('rules.form.proxiesCount')} />
    <Field form={form} name="secondN" type="number" label={t('rules.form.secondN')} hint={t('rules.form.secondHint')} optional />
    <Select
      form={form}
      name="secondKind"
      label={t('rules.form.secondKind')}
      options={delayKinds.map(kind => ({ value: kind, label: t(`delayKind.${kind}`) }))}
    />
    <Field form={form} name="perHolder" type="number" label={t('rules.form.perHolder')} hint={t('rules.form.perHolderHint')} />
    <Checkbox form={form} name="sameCollege" label={t('rules.form.sameCollege')} />
  </Section>
)

const Voting = ({ t, form }: Part) => (
  <Section title={t('rules.vote')}>
    <Select
      form={form}
      name="manner"
      label={t('rules.form.manner')}
      options={manners.map(manner => ({ value: manner, label: t(`manner.${manner}`) }))}
    />
    <Select
      form={form}
      name="majority"
      label={t('rules.form.majority')}
      options={(['simple', 'absolute', 'two-thirds'] as const).map(one => ({ value: one, label: t(`majority.${one}`) }))}
    />
    <Select
      form={form}
      name="base"
      label={t('rules.form.base')}
      hint={t('rules.form.baseHint')}
      options={(['cast', 'voters', 'sitting'] as const).map(one => ({ value: one, label: t(`base.${one}`) }))}
    />
    <Select
      form={form}
      name="scope"
      label={t('rules.form.scope')}
      options={(['overall', 'each-college'] as const).map(one => ({ value: one, label: t(`scope.${one}`) }))}
    />
    <Checkbox form={form} name="castingVote" label={t('rules.form.castingVote')} />
  </Section>
)

const AgendaFields = ({ t, form }: Part) => (
  <Section title={t('rules.agenda')}>
    <Field form={form} name="chairUntilDays" type="number" label={t('rules.form.chairUntilDays')} />
    <ShareSelect t={t} form={form} name="members" label={t('rules.form.members')} />
    <Field form={form} name="membersUntilDays" type="number" label={t('rules.form.membersUntilDays')} />
    <Field form={form} name="minorityDays" type="number" label={t('rules.form.minorityDays')} hint={t('rules.form.minorityHint')} />
  </Section>
)

/** The shares one may ask for; one that is not in the list, kept from before, stays a choice. */
const ShareSelect = ({
  t,
  form,
  name,
  label,
}: Part & { name: 'members' | 'quorum-all' | 'quorum-users' | 'quorum-agents' | 'quorum-elected'; label: string }) => {
  const kept = [form.values[name] ?? ''].flat()[0] ?? ''
  const shares = offeredShares.some(one => one === kept) || kept === '' || !readShare(kept) ? offeredShares : [...offeredShares, kept]
  return (
    <Select
      form={form}
      name={name}
      label={label}
      options={[{ value: '', label: t('share.none') }, ...shares.map(one => ({ value: one, label: sayShare(t, readShare(one)) }))]}
    />
  )
}
