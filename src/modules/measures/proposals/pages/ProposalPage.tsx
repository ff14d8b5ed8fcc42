import { isVisibleTo, type Moderated, ModeratedContent, ReportLink } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Button, By, Disclosure, ErrorSummary, Notice, Page, Prose, Section, Select, TextArea } from '#kernel/ui'
import type { SectionLine } from '../../queries/readSections.ts'
import type { PublishForm, RefuseForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Proposal } from '../queries/proposals.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly reader: Actor
  readonly proposal: Proposal
  readonly moderated: Moderated
  /** The town hall's two forms, while it has not decided. */
  readonly decide: {
    readonly publish: Form<PublishForm>
    readonly refuse: Form<RefuseForm>
    readonly sections: readonly SectionLine[]
  } | null
  readonly mayWithdraw: boolean
}

/** One measure proposed, and what the town hall made of it. */
export const ProposalPage = (props: Props) => {
  const { t, locale, reader, proposal, moderated } = props
  const subject = `measure-proposal:${proposal.id}`
  return (
    <Page
      title={isVisibleTo(moderated, reader) ? proposal.title : t('list.hidden')}
      kicker={t('proposal.kicker')}
      lead={<By name={proposal.author} college={proposal.college} at={proposal.at} keyedBy={proposal.keyedBy} />}
      breadcrumb={[
        { label: t('measures.title'), href: '/mesures' },
        { label: t('list.title'), href: '/mesures/propositions' },
      ]}
    >
      <Became {...props} />
      <ModeratedContent moderated={moderated} reader={reader} locale={locale} subject={subject}>
        <Prose html={renderMarkdown(proposal.text, { under: 1 }).__html} />
        <Section title={t('proposal.reason')}>
          <Prose html={renderMarkdown(proposal.reason).__html} />
          {proposal.origin !== '' && (
            <p>
              {t('proposal.origin')} <a href={proposal.origin}>{t('proposal.originLink')}</a>
            </p>
          )}
        </Section>
      </ModeratedContent>
      <Decide {...props} />
      {props.mayWithdraw && (
        <form method="post" action={`/mesures/propositions/${proposal.id}/retrait`}>
          <Button kind="danger">{t('decide.withdraw')}</Button>
        </form>
      )}
      <p class="soft">
        <ReportLink subject={subject} locale={locale} />
      </p>
    </Page>
  )
}

const Became = ({ t, proposal: { decision } }: Props) => {
  if (decision === null) return <Notice title={t('state.waiting')}>{t('proposal.waiting')}</Notice>
  return (
    <Notice kind={decision.outcome === 'published' ? 'success' : 'warning'} title={t(`state.${decision.outcome}`)}>
      {decision.reason !== '' && <p>{decision.reason}</p>}
      <By name={decision.by} college={decision.college} at={decision.at} />
      {decision.measure !== null && (
        <p>
          <a href={`/mesures/${decision.measure}`}>{t('proposal.became')}</a>
        </p>
      )}
    </Notice>
  )
}

const Decide = ({ t, proposal, decide }: Props) => {
  if (!decide) return null
  const path = `/mesures/propositions/${proposal.id}`
  return (
    <Section title={t('decide.title')} id="decider">
      <ErrorSummary form={decide.publish} />
      <ErrorSummary form={decide.refuse} prefix="refus" />
      <p>{t('decide.publishLead')}</p>
      <form method="post" action={`${path}/publication`} noValidate>
        {decide.sections.length > 0 && (
          <Select
            form={decide.publish}
            name="section"
            label={t('decide.section')}
            optional
            options={[
              { value: '', label: t('decide.noSection') },
              ...decide.sections.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim().slice(0, 90) })),
            ]}
          />
        )}
        <TextArea form={decide.publish} name="reason" label={t('decide.reason')} rows={3} />
        <Button>{t('decide.publish')}</Button>
      </form>
      <Disclosure summary={t('decide.refuse')} open={Object.keys(decide.refuse.errors).length > 0}>
        <p>{t('decide.refuseLead')}</p>
        <form method="post" action={`${path}/refus`} noValidate>
          <TextArea prefix="refus" form={decide.refuse} name="reason" label={t('decide.reason')} rows={3} />
          <Button kind="danger">{t('decide.refuse')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
