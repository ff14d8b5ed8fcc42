import { Fragment } from 'preact'
import type { z } from 'zod'
import { renderMarkdown } from '#engines/texts'
import { dayInParis } from '#kernel/clock'
import type { Form } from '#kernel/forms'
import { formatDate, formatDateTime, formatMoney, type Locale } from '#kernel/i18n'
import type { RelatedGroup } from '#kernel/service'
import {
  Actions,
  Button,
  DefinitionList,
  Disclosure,
  ErrorSummary,
  Field,
  Notice,
  Page,
  Prose,
  Related,
  Section,
  Table,
  TextArea,
} from '#kernel/ui'
import { deliberationSubject, deliberationUrl, sittingUrl } from '../council.ts'
import type { PublicationForm, TransmissionForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Deliberation } from '../queries/deliberations.ts'
import type { Publication } from '../queries/publications.ts'
import { addMonths } from '../rules/enforceable.ts'
import type { Matter } from '../rules/matters.ts'
import type { MeasureStage } from '../rules/outcomes.ts'
import { countOf, enforceable, home, OutcomeTag } from './shared.tsx'
import { sayEnforceable } from './RegisterPage.tsx'

export interface DeliberationView {
  readonly deliberation: Deliberation
  /** The latest first. */
  readonly versions: readonly Publication[]
  readonly matter: Matter | undefined
  readonly measures: readonly { readonly id: string; readonly title: string; readonly stage: MeasureStage }[]
  readonly related: readonly RelatedGroup[]
  readonly referralMonths: number
  readonly manages: boolean
  readonly today: string
  readonly publication: Form<z.output<typeof PublicationForm>>
  readonly transmission: Form<z.output<typeof TransmissionForm>>
}

/** A deliberation: what was decided and by how many, its text as it is on line, its dates and its digest, and what it decides. */
export const DeliberationPage = ({ t, locale, view }: { t: T; locale: Locale; view: DeliberationView }) => {
  const { deliberation: one, versions } = view
  const latest = versions[0]
  return (
    <Page
      title={latest?.title ?? one.title}
      kicker={
        <>
          {t('deliberation.number', { label: one.label })} <OutcomeTag t={t} outcome={one.outcome} />
        </>
      }
      lead={t('deliberation.session', { day: formatDate(one.heldOn, locale) })}
      breadcrumb={[home(t), { label: t('deliberations.title'), href: '/conseil/deliberations' }]}
      aside={view.related.length > 0 && <Related groups={view.related} level={2} />}
    >
      <ErrorSummary form={view.publication} prefix="publication" />
      <ErrorSummary form={view.transmission} prefix="transmission" />
      {!latest && <Notice kind="warning">{t('deliberation.draftText')}</Notice>}
      <DefinitionList
        items={[
          { term: t('deliberation.votes'), value: countOf(t, one) },
          {
            term: t('deliberation.from'),
            value: (
              <a href={one.voteId ? sittingUrl(one.meetingId, `/votes/${one.voteId}`) : sittingUrl(one.meetingId)}>
                {t(one.voteId ? 'deliberation.vote' : 'deliberation.sitting')}
              </a>
            ),
          },
          { term: t('deliberation.matter'), value: view.matter && `${view.matter.code} ${view.matter.family} : ${view.matter.name}` },
          {
            term: t('deliberation.budget'),
            value: [one.budgetName, one.budgetYear, one.amount === null ? '' : formatMoney(one.amount, locale)].filter(Boolean).join(' · '),
          },
          { term: t('register.published'), value: one.publishedAt && formatDateTime(one.publishedAt, locale) },
          { term: t('register.received'), value: received(t, locale, one) },
          {
            term: t('register.enforceable'),
            value: one.publishedAt && one.outcome !== 'rejected' && sayEnforceable(t, locale, enforceable(one)),
          },
          {
            term: t('deliberation.referral'),
            value: one.receivedOn && formatDate(addMonths(one.receivedOn, view.referralMonths), locale),
          },
        ]}
      />
      {view.measures.length > 0 && (
        <Section title={t('deliberation.decides')}>
          <ul>
            {view.measures.map(({ id, title, stage }) => (
              <li key={id}>
                <a href={`/mesures/${id}`}>{title}</a>
                {stage !== 'same' && one.outcome === 'carried' && <> · {t(`stage.${stage}`)}</>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('deliberation.text')}>
        <Prose html={renderMarkdown(latest?.text ?? one.text, { under: 2 }).__html} lang="fr" />
      </Section>
      {latest && <OnLine t={t} locale={locale} one={one} versions={versions} />}
      {view.manages && <Clerk t={t} view={view} />}
    </Page>
  )
}

/** Broken where it may be, so that a narrow screen holds it; copied, it is whole. */
const Digest = ({ value }: { value: string }) => (
  <code>
    {(value.match(/.{1,8}/g) ?? []).map((part, at) => (
      <Fragment key={at}>
        {part}
        <wbr />
      </Fragment>
    ))}
  </code>
)

const received = (t: T, locale: Locale, one: Deliberation) => {
  if (!one.isTransmissible) return t('register.notSent')
  return one.receivedOn ? `${formatDate(one.receivedOn, locale)} (${one.acknowledgement})` : t('register.awaited')
}

const OnLine = ({ t, locale, one, versions }: { t: T; locale: Locale; one: Deliberation; versions: readonly Publication[] }) => {
  const latest = versions[0]
  if (!latest) return null
  return (
    <Section title={t('deliberation.file')} lead={t('deliberation.fileLead')}>
      <p>
        <Button href={deliberationUrl(one.id, '/texte.pdf')}>{t('deliberation.pdf', { size: Math.ceil(latest.size / 1000) })}</Button>
      </p>
      <DefinitionList
        items={[
          { term: t('deliberation.signed'), value: latest.signedBy },
          { term: t('deliberation.secretary'), value: latest.secretary },
          { term: t('deliberation.digest'), value: <Digest value={latest.digest} /> },
        ]}
      />
      <Disclosure summary={t('deliberation.check')}>
        <p>{t('deliberation.checkText')}</p>
        <pre>
          <code>sha256sum deliberation-{one.label}.pdf</code>
        </pre>
      </Disclosure>
      {versions.length > 1 && (
        <Table
          caption={t('deliberation.versions')}
          head={[t('deliberation.version'), t('register.published'), t('deliberation.why')]}
          rows={versions.map(each => [
            <a key={each.version} href={deliberationUrl(one.id, `/texte.pdf?version=${each.version}`)}>
              {t('deliberation.versionNumber', { n: each.version })}
            </a>,
            formatDate(dayInParis(each.publishedAt), locale),
            each.reason || '–',
          ])}
        />
      )}
    </Section>
  )
}

const Clerk = ({ t, view }: { t: T; view: DeliberationView }) => {
  const { deliberation: one, versions } = view
  const commit = new URLSearchParams({
    decision: deliberationSubject(one.id),
    titre: one.title,
    mesure: view.measures[0]?.id ?? '',
    retour: deliberationUrl(one.id),
  })
  return (
    <Section title={t('clerk.title')}>
      <Actions>
        <Button kind="secondary" href={deliberationUrl(one.id, '/modification')}>
          {t('clerk.change')}
        </Button>
        {one.outcome === 'carried' && (
          <Button kind="secondary" href={`/engagements/nouveau?${commit}`}>
            {t('vote.commit')}
          </Button>
        )}
      </Actions>
      <Disclosure
        summary={t(versions.length > 0 ? 'clerk.republish' : 'clerk.publish')}
        open={versions.length === 0 || Object.keys(view.publication.errors).length > 0}
      >
        <form method="post" action={deliberationUrl(one.id, '/publication')} noValidate>
          <p>{t('clerk.publishLead')}</p>
          <Field form={view.publication} name="signedBy" label={t('deliberation.signed')} prefix="publication" />
          <Field form={view.publication} name="secretary" label={t('deliberation.secretary')} prefix="publication" />
          {versions.length > 0 && (
            <TextArea form={view.publication} name="reason" label={t('deliberation.why')} rows={2} prefix="publication" />
          )}
          <Button>{t(versions.length > 0 ? 'clerk.republish' : 'clerk.publish')}</Button>
        </form>
      </Disclosure>
      {one.isTransmissible && (
        <Disclosure summary={t('clerk.transmission')} open={Object.keys(view.transmission.errors).length > 0}>
          <form method="post" action={deliberationUrl(one.id, '/transmission')} noValidate>
            <Field form={view.transmission} name="receivedOn" type="date" label={t('clerk.receivedOn')} prefix="transmission" />
            <Field
              form={view.transmission}
              name="acknowledgement"
              label={t('clerk.acknowledgement')}
              hint={t('clerk.acknowledgementHint')}
              prefix="transmission"
            />
            <Button>{t('clerk.note')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
