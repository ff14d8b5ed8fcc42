import { wordDiff } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { Button, Empty, ErrorSummary, Hidden, Notice, Page, Section, TextArea, TextDiff } from '#kernel/ui'
import { textField } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Dispute } from '../rules/disputes.ts'
import { crumbs, type MeasureName } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly measure: MeasureName
  /** The version that the group has before its eyes. */
  readonly version: number
  readonly amendments: readonly { readonly id: string; readonly author: string | null }[]
  readonly disputes: readonly Dispute[]
  readonly form: Form<Record<string, string | number>>
  /** Why it could not be published as it was sent. */
  readonly refusal?: string | undefined
}

/** Amendments to one passage side by side, and the text that the group retains. */
export const MergePage = (props: Props) => {
  const { t, measure, version, amendments, disputes, form, refusal } = props
  return (
    <Page
      title={t('merge.title')}
      lead={t('merge.lead')}
      kicker={t('amendment.kicker', { measure: measure.title })}
      breadcrumb={crumbs(t, measure, 'amendments')}
      width="wide"
    >
      <ErrorSummary form={form} />
      {refusal && <Notice kind="warning">{refusal}</Notice>}
      <Section title={t('merge.amendments')}>
        <ul>
          {amendments.map(({ id, author }) => (
            <li key={id}>
              <a href={`/mesures/${measure.id}/amendements/${id}`}>{t('amendment.title', { id })}</a>
              {author && `, ${author}`}
            </li>
          ))}
        </ul>
      </Section>
      <form method="post" action={`/mesures/${measure.id}/fusion`} noValidate>
        <Hidden form={form} name="version" value={version} />
        {amendments.map(({ id }) => (
          <input key={id} type="hidden" name="amendment" value={id} />
        ))}
        {disputes.map((dispute, at) => (
          <Passage key={dispute.paragraph} {...props} dispute={dispute} n={at + 1} />
        ))}
        <TextArea form={form} name="reason" label={t('decide.reason')} hint={t('decide.reasonHint')} rows={4} />
        <Button>{t('merge.submit')}</Button>
      </form>
    </Page>
  )
}

const Passage = ({ t, amendments, dispute, form, n }: Props & { dispute: Dispute; n: number }) => {
  const { current, wishes, conflict, paragraph } = dispute
  const authorOf = (id: string) => amendments.find(one => one.id === id)?.author
  return (
    <Section title={t('merge.passage', { n })} id={`passage-${paragraph}`}>
      {conflict ? <Notice kind="warning">{t(`merge.conflict.${conflict}`)}</Notice> : <p>{t('merge.automatic')}</p>}
      <div class="figures">
        <div>
          <h3>{t('merge.current')}</h3>
          {current === null ? <p>{t('merge.notThere')}</p> : <TextDiff parts={[{ kind: 'same', text: current }]} legend={false} />}
        </div>
        {wishes.map(({ amendment, text }) => (
          <div key={amendment}>
            <h3>
              {t('amendment.title', { id: amendment })}
              {authorOf(amendment) && `, ${authorOf(amendment)}`}
            </h3>
            {text === null ? <p>{t('merge.removes')}</p> : <TextDiff parts={wordDiff(current ?? '', text)} />}
          </div>
        ))}
      </div>
      <TextArea form={form} name={textField(paragraph)} label={t('merge.text', { n })} hint={t('merge.textHint')} rows={6} optional />
    </Section>
  )
}

export const NothingToMergePage = ({ t, measure }: { t: T; measure: MeasureName }) => (
  <Page title={t('merge.title')} breadcrumb={crumbs(t, measure, 'amendments')}>
    <Empty title={t('merge.none')} action={{ label: t('list.title'), href: `/mesures/${measure.id}/amendements` }}>
      {t('merge.noneText')}
    </Empty>
  </Page>
)
