import { FollowButton } from '#engines/following'
import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, DownloadLinks, Listing, Page, Pagination, Section, Thread } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { sayDates } from '../saying.ts'
import type { Campaign, Change, NationalFigure, Publication, Word } from '../schema.ts'
import { Channels } from './Channels.tsx'
import { Country } from './Country.tsx'
import { Figures } from './Figures.tsx'
import { type Promised, Trends } from './Trends.tsx'
import { WordCard } from './WordCard.tsx'
import { emptyForm, type Form } from '#kernel/forms'
import { NewReply } from '../forms.ts'

export interface ServiceResultsProps {
  readonly t: T
  readonly locale: Locale
  readonly service: { readonly id: string; readonly name: string }
  readonly threshold: number
  /** The latest of each campaign, the first campaign first. */
  readonly publications: readonly (Publication & { readonly closesOn: string })[]
  readonly campaigns: readonly Campaign[]
  readonly open: Campaign | null
  readonly words: readonly Word[]
  readonly wordCounts: { readonly received: number; readonly published: number; readonly refused: number }
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly changes: readonly Change[]
  readonly promises: readonly Promised[]
  readonly commitments: readonly { readonly id: string; readonly title: string; readonly note: string }[]
  readonly national: readonly NationalFigure[]
  readonly isTownHall: boolean
  readonly isFollowing: boolean | null
  /** The answer being corrected, if any. */
  readonly reply: { readonly word: string; readonly form: Form<NewReply> } | null
}

/** What people think of a service, over time; their words; and what changed because of it. */
export const ServiceResultsPage = (props: ServiceResultsProps) => {
  const { t, locale, service, publications, open, isTownHall, isFollowing, threshold } = props
  const latest = publications.at(-1)
  const path = `/evaluations/service/${service.id}`
  return (
    <Page
      title={t('service.title', { service: service.name })}
      lead={t('service.lead', { n: publications.length })}
      breadcrumb={[{ label: t('title'), href: '/evaluations' }]}
    >
      {open && (
        <p>
          {t('service.open', { date: formatDate(open.closesOn, locale) })}{' '}
          <Button href={`/evaluations/${open.id}/repondre`}>{t('list.give')}</Button>
        </p>
      )}
      {latest && (
        <Section
          title={t('service.latest')}
          id="chiffres"
          lead={t(latest.campaign === open?.id ? 'service.latestOpen' : 'service.latestLead', {
            date: formatDate(latest.campaign === open?.id ? latest.on : latest.closesOn, locale),
            n: latest.respondents,
          })}
        >
          <Figures t={t} locale={locale} indicators={latest.indicators} threshold={threshold} />
          <p>
            <a href={`/evaluations/${latest.campaign}`}>{t('campaign.questions')}</a>
          </p>
        </Section>
      )}
      {latest && (
        <Section title={t('service.trend')} id="tendance">
          <Trends t={t} locale={locale} publications={publications} promises={props.promises} />
        </Section>
      )}
      {latest && (
        <Section title={t('service.nationalTitle')} id="pays">
          <Country t={t} locale={locale} indicators={latest.indicators} national={props.national} />
        </Section>
      )}
      <Section title={t('service.changes')} id="changements">
        <Changes {...props} />
      </Section>
      {(props.commitments.length > 0 || isTownHall) && (
        <Section title={t('service.commitments')} id="engagements">
          <Listing items={props.commitments.map(({ id, title, note }) => ({ href: `/engagements/${id}`, title, note }))} />
          {isTownHall && (
            <p>
              <Button kind="secondary" href={`/engagements/nouveau?service=${service.id}`}>
                {t('service.promise')}
              </Button>
            </p>
          )}
        </Section>
      )}
      <Section title={t('service.words')} id="paroles" lead={t('service.wordsLead', { ...props.wordCounts })}>
        {props.words.length === 0 && <p>{t('service.noWords')}</p>}
        {props.words.map(word => (
          <WordCard
            key={word.id}
            t={t}
            locale={locale}
            word={word}
            reply={isTownHall ? (props.reply?.word === word.id ? props.reply.form : emptyForm(NewReply)) : null}
          />
        ))}
        <Pagination page={props.pageNumber} more={props.hasMore} href={page => `${path}?page=${page}#paroles`} />
      </Section>
      {latest && (
        <Section title={t('service.channels')} id="canaux">
          <Channels t={t} channels={latest.channels} />
        </Section>
      )}
      {isTownHall && !open && (
        <Actions>
          <Button kind="secondary" href={`/evaluations/nouvelle?service=${service.id}`}>
            {t('hall.newFor')}
          </Button>
        </Actions>
      )}
      {props.campaigns.length > 0 && (
        <Section title={t('service.campaigns')} id="campagnes">
          <Listing
            items={props.campaigns.map(campaign => ({ href: `/evaluations/${campaign.id}`, title: sayDates(t, campaign, locale) }))}
          />
        </Section>
      )}
      <p>
        <a href={`/services/${service.id}`}>{t('service.page')}</a>
      </p>
      <DownloadLinks links={[{ href: '/donnees-ouvertes', label: t('service.data') }]} />
      {isFollowing !== null && <FollowButton locale={locale} subject={`service:${service.id}`} back={path} isFollowing={isFollowing} />}
    </Page>
  )
}

const Changes = ({ t, service, changes, isTownHall }: ServiceResultsProps) => (
  <>
    {changes.length === 0 ? (
      <p>{t('service.noChanges')}</p>
    ) : (
      <Thread
        entries={changes.map(change => ({
          kind: 'effect' as const,
          at: change.on,
          id: `changement-${change.id}`,
          title: change.title,
          text: (
            <>
              <p>{change.text}</p>
              <p class="soft">
                {t('service.because')} {change.said}
              </p>
            </>
          ),
        }))}
      />
    )}
    {isTownHall && (
      <Actions>
        <Button kind="secondary" href={`/evaluations/service/${service.id}/changements/nouveau`}>
          {t('service.addChange')}
        </Button>
      </Actions>
    )}
  </>
)
