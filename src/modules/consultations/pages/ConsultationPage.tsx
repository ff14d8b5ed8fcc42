import { AnswerPanel, type AnswerPanelProps } from '#engines/answers'
import { FollowButton } from '#engines/following'
import { renderMarkdown } from '#engines/texts'
import { formatNumber, type Locale } from '#kernel/i18n'
import type { Verdict } from '#kernel/rules'
import {
  Actions,
  Button,
  By,
  DefinitionList,
  DownloadLinks,
  FigureRow,
  Notice,
  Page,
  Prose,
  Section,
  Stage,
  Thread,
  Time,
} from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation, Step } from '../queries/consultations.ts'
import type { Counts } from '../queries/votes.ts'
import type { MapContent } from '../results/content.ts'
import type { VoteRefusal } from '../rules/standing.ts'
import { states } from '../rules/terms.ts'
import { SharedList } from './SharedList.tsx'

export interface Linked {
  readonly title: string
  readonly url: string
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly consultation: Consultation
  readonly verdict: Verdict<VoteRefusal>
  readonly steps: readonly Step[]
  readonly counts: Counts
  readonly statements: number
  readonly content: MapContent | null
  readonly measure: Linked | null
  readonly service: Linked | null
  readonly panel: AnswerPanelProps | null
  readonly runs: boolean
  readonly isSignedIn: boolean
  readonly isFollowing: boolean
}

/** What is asked, why, by whom, until when, and what came of it. */
export const ConsultationPage = (props: Props) => {
  const { t, locale, consultation, verdict, steps, content, panel, runs, isSignedIn } = props
  const path = `/consultations/${consultation.id}`
  return (
    <Page
      title={consultation.title}
      kicker={t('consultation.kicker')}
      lead={<Stage label={t(`state.${consultation.state}`)} step={states.indexOf(consultation.state) + 1} of={states.length} />}
      breadcrumb={[{ label: t('consultations.title'), href: '/consultations' }]}
      aside={<Aside {...props} path={path} />}
    >
      {consultation.isImported && (
        <Notice title={t('consultation.imported')}>
          {t('consultation.importedFrom', { source: consultation.source, licence: consultation.licence })}
        </Notice>
      )}
      <Prose html={renderMarkdown(consultation.introduction, { under: 1 }).__html} />
      {verdict.ok ? (
        <Actions>
          <Button href={`${path}/participer`}>{t('consultation.takePart')}</Button>
          <Button kind="secondary" href={`${path}/papier`}>
            {t('consultation.paper')}
          </Button>
        </Actions>
      ) : (
        <p>
          <strong>{t(`refusal.${verdict.because}`)}</strong>
        </p>
      )}
      <Figures {...props} />
      {content?.everyone.isEnough && (
        <Section title={t('shared.title')} lead={t('shared.lead')}>
          <SharedList t={t} locale={locale} consultation={consultation} reading={content.everyone} most={3} level={3} />
          <p>
            <a href={`${path}/resultats`}>{t('consultation.allResults')}</a>
          </p>
        </Section>
      )}
      <Section title={t('frame.title')} lead={t('frame.lead')} id="cadre">
        <DefinitionList
          items={[
            { term: t('frame.organiser'), value: consultation.organiser },
            { term: t('frame.purpose'), value: consultation.purpose },
            { term: t('frame.followUp'), value: consultation.followUp },
            {
              term: t('frame.when'),
              value: (
                <>
                  <Time at={consultation.opensOn} /> {t('frame.to')} <Time at={consultation.closesOn} /> {t('frame.included')}
                </>
              ),
            },
            { term: t('frame.resultsAt'), value: consultation.resultsAt },
            { term: t('frame.rules'), value: `${t(`moderated.${consultation.moderated}`)} ${t(`whoAdds.${consultation.whoAdds}`)}` },
            { term: t('frame.secrecy'), value: t('frame.secrecyText') },
          ]}
        />
      </Section>
      {panel && <AnswerPanel {...panel} />}
      <Section title={t('consultation.steps')} id="etapes">
        <Thread
          entries={steps.map(step => ({
            kind: step.kind === 'published' ? 'effect' : step.kind === 'corrected' || step.kind === 'prolonged' ? 'version' : 'act',
            at: step.at,
            title: t(`kind.${step.kind}`),
            by: step.author ? <By name={step.author} /> : undefined,
            text:
              [step.closesOn && t('consultation.newDay', { day: step.closesOn.split('-').reverse().join('/') }), step.reason]
                .filter(Boolean)
                .join(' ') || undefined,
          }))}
        />
      </Section>
      <Actions>
        {runs && (
          <Button kind="secondary" href={`${path}/conduite`}>
            {t('run.title')}
          </Button>
        )}
      </Actions>
      {isSignedIn && (
        <FollowButton locale={locale} subject={`consultation:${consultation.id}`} back={path} isFollowing={props.isFollowing} />
      )}
    </Page>
  )
}

const Figures = ({ t, locale, counts, statements }: Props) => (
  <FigureRow
    figures={[
      {
        value: formatNumber(counts.participants, locale),
        label: t('figures.participants'),
        note: t('figures.verified', { n: counts.verified }),
      },
      { value: formatNumber(counts.votes, locale), label: t('figures.votes') },
      { value: formatNumber(statements, locale), label: t('figures.statements') },
    ]}
  />
)

const Aside = ({ t, consultation, measure, service, path }: Props & { path: string }) => (
  <>
    <h2>{t('consultation.look')}</h2>
    <ul>
      <li>
        <a href={`${path}/resultats`}>{t('results.title')}</a>
      </li>
      <li>
        <a href={`${path}/affirmations`}>{t('statements.title')}</a>
      </li>
      <li>
        <a href={`${path}/provenance`}>{t('provenance.title')}</a>
      </li>
      <li>
        <a href={`${path}/mes-reponses`}>{t('own.title')}</a>
      </li>
    </ul>
    {(measure || service) && (
      <>
        <h2>{t('consultation.about')}</h2>
        <ul>
          {[measure, service].flatMap(one =>
            one
              ? [
                  <li key={one.url}>
                    <a href={one.url}>{one.title}</a>
                  </li>,
                ]
              : [],
          )}
        </ul>
      </>
    )}
    {consultation.isImported && (
      <DownloadLinks
        title={t('results.files')}
        links={(['comments', 'votes', 'participants-votes'] as const).map(name => ({
          href: `${path}/export/${name}.csv`,
          label: `${name}.csv`,
        }))}
      />
    )}
  </>
)
