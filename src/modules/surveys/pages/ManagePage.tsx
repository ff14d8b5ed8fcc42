import type { Channel, Flaw } from '#engines/surveys'
import { channels, languageNames, said } from '#engines/surveys'
import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import {
  Actions,
  Button,
  DefinitionList,
  Disclosure,
  ErrorSummary,
  Field,
  FigureRow,
  Listing,
  Notice,
  Page,
  Section,
  TextArea,
  Time,
} from '#kernel/ui'
import type { Prolongation } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import type { Missing } from '../rules/opening.ts'
import { crumbsOf } from './crumbsOf.ts'
import { StandingTag } from './StandingTag.tsx'

export interface ManagePageProps {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly counts: { readonly total: number; readonly byChannel: Readonly<Record<Channel, number>> }
  readonly sheets: {
    readonly printed: number
    readonly counted: number
    readonly aside: number
    readonly once: number
    readonly twice: number
  }
  readonly flaws: readonly Flaw[]
  readonly missing: readonly Missing[]
  readonly untranslated: readonly { readonly language: string; readonly count: number }[]
  readonly steps: readonly { readonly kind: string; readonly reason: string; readonly until: string | null; readonly madeAt: string }[]
  readonly unread: number
  readonly counterPath: string
  readonly prolongation: Form<Prolongation>
}

/** The agents' page of one survey: where it stands, and everything that can be done next. */
export const ManagePage = (props: ManagePageProps) => {
  const { t, survey, counts, steps } = props
  return (
    <Page title={t('manage.title')} kicker={said(survey.title, 'fr').text} breadcrumb={crumbsOf(t, survey)}>
      <p>
        <StandingTag t={t} survey={survey} />
      </p>
      {survey.standing === 'preparing' ? <Preparing {...props} /> : <Answered {...props} />}
      {survey.standing !== 'preparing' && (
        <Section title={t('manage.counts')}>
          <FigureRow
            figures={[
              { value: String(counts.total), label: t('manage.total') },
              ...channels.map(channel => ({ value: String(counts.byChannel[channel]), label: t(`channel.${channel}`) })),
            ]}
          />
        </Section>
      )}
      <Section title={t('manage.tools')}>
        <Listing level={3} items={toolsOf(props)} />
      </Section>
      {steps.length > 0 && (
        <Section title={t('manage.steps')}>
          <DefinitionList
            items={steps.map(step => ({
              term: t(
                `step.${step.kind === 'prolonged' ? 'prolonged' : step.kind === 'opened' ? 'opened' : step.kind === 'corrected' ? 'corrected' : 'closed'}`,
                {
                  until: step.until ? formatDate(step.until, props.locale) : '',
                },
              ),
              value: (
                <>
                  <Time at={step.madeAt} />
                  {step.reason && ` · ${step.reason}`}
                </>
              ),
            }))}
          />
        </Section>
      )}
    </Page>
  )
}

const Preparing = ({ t, survey, flaws, missing, untranslated }: ManagePageProps) => {
  const ready = flaws.length === 0 && missing.length === 0
  return (
    <Section title={t('opening.title')}>
      {ready ? (
        <Notice kind="success" title={t('opening.ready')}>
          {t('opening.frozen')}
        </Notice>
      ) : (
        <Notice kind="warning" title={t('opening.before')}>
          <ul>
            {missing.map(one => (
              <li key={one}>
                <a href={`/enquetes/${survey.id}/presentation`}>{t(`missing.${one}`)}</a>
              </li>
            ))}
            {flaws.map(flaw => (
              <li key={`${flaw.at} ${flaw.because}`}>
                <a href={`/enquetes/${survey.id}/questions`}>
                  {t(`flaw.${flaw.because}`)} {flaw.at && <code>{flaw.at}</code>}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {untranslated.map(({ language, count }) => (
        <p key={language}>{t('opening.untranslated', { language: languageNames[language] ?? language, n: count })}</p>
      ))}
      <Actions>
        {ready && (
          <form method="post" action={`/enquetes/${survey.id}/ouverture`}>
            <Button>{t('opening.open')}</Button>
          </form>
        )}
        <Button kind="secondary" href={`/enquetes/${survey.id}`}>
          {t('manage.preview')}
        </Button>
      </Actions>
      <Disclosure summary={t('abandon.title')}>
        <form method="post" action={`/enquetes/${survey.id}/abandon`}>
          <p>{t('abandon.text')}</p>
          <Button kind="danger">{t('abandon.do')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const Answered = ({ t, survey, sheets, prolongation, unread }: ManagePageProps) => (
  <Section title={t('manage.next')}>
    {survey.standing === 'over' && <Notice title={t('manage.overTitle')}>{t('manage.overText')}</Notice>}
    {survey.standing === 'open' && (
      <Disclosure summary={t('prolong.title')} open={Object.keys(prolongation.errors).length > 0}>
        <ErrorSummary form={prolongation} />
        <form method="post" action={`/enquetes/${survey.id}/prolongation`} noValidate>
          <Field form={prolongation} name="until" label={t('prolong.until')} type="date" />
          <TextArea
            form={prolongation}
            name="reason"
            label={t('prolong.reason')}
            hint={t('prolong.reasonHint')}
            rows={3}
            maxlength={1000}
          />
          <Button kind="secondary">{t('prolong.do')}</Button>
        </form>
      </Disclosure>
    )}
    {(survey.standing === 'open' || survey.standing === 'over') && (
      <Disclosure summary={t('close.title')}>
        {sheets.once + sheets.twice > 0 && <Notice kind="warning" title={t('close.sheetsLeft', { n: sheets.once + sheets.twice })} />}
        <form method="post" action={`/enquetes/${survey.id}/cloture`}>
          <p>{t('close.text')}</p>
          <Button kind="danger">{t('close.do')}</Button>
        </form>
      </Disclosure>
    )}
    {survey.standing === 'counted' && (
      <>
        {unread > 0 && (
          <p>
            <a href={`/enquetes/${survey.id}/textes`}>{t('manage.unread', { n: unread })}</a>
          </p>
        )}
        <Actions>
          <Button href={`/enquetes/${survey.id}/depouillement`}>
            {survey.published === null ? t('manage.publish') : t('manage.publishAgain')}
          </Button>
          {survey.published !== null && (
            <Button kind="secondary" href={`/enquetes/${survey.id}/resultats`}>
              {t('survey.seeResults')}
            </Button>
          )}
        </Actions>
      </>
    )}
  </Section>
)

const toolsOf = ({ t, survey, counterPath, sheets }: ManagePageProps) => {
  const at = `/enquetes/${survey.id}`
  const writing = [
    { title: t('words.page'), href: `${at}/presentation`, text: t('tool.words') },
    { title: t('edit.title'), href: `${at}/questions`, text: t('tool.questions') },
  ]
  if (survey.standing === 'preparing') return writing
  return [
    ...(survey.standing === 'open'
      ? [
          { title: t('poster.title'), href: `${at}/affiche`, text: t('tool.poster') },
          ...(survey.audience === 'anyone' ? [{ title: t('counter.title'), href: counterPath, text: t('tool.counter') }] : []),
        ]
      : []),
    ...(survey.audience === 'anyone' ? [{ title: t('sheets.title'), href: `${at}/feuilles`, text: t('tool.sheets', sheets) }] : []),
    { title: t('texts.title'), href: `${at}/textes`, text: t('tool.texts') },
    { title: t('export.title'), href: `${at}/exports`, text: t('tool.export') },
    { title: t('effects.title'), href: `${at}/suites`, text: t('tool.effects') },
    ...writing,
  ]
}
