import { renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, By, DefinitionList, ErrorSummary, FigureRow, Page, Prose, Section, Tag, TextArea } from '#kernel/ui'
import type { Conclusion } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Round } from '../queries/rounds.ts'
import { standingOf } from '../rules/rounds.ts'
import { type Counts, colleges } from '../rules/synthesis.ts'
import { crumbs, type Named, statementPath } from './parts.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly service: Named
  readonly round: Round
  /** Lines stated during the round, by college. */
  readonly stated: Counts
  /** For the town hall, while it is not concluded. */
  readonly conclude: Form<Conclusion> | null
}

/** One round: its calendar, what was said, what the town hall keeps of it. */
export const RoundPage = (props: Props) => {
  const { t, locale, service, round, stated } = props
  const standing = standingOf(round, props.today)
  return (
    <Page
      title={round.title}
      kicker={t('round.kicker')}
      breadcrumb={crumbs(t, service)}
      aside={
        <>
          <h2>{t('round.stands')}</h2>
          <p>
            <Tag tone={standing === 'open' ? 'leaf' : standing === 'to-conclude' ? 'ochre' : 'plain'}>
              {t(`round.standing.${standing}`)}
            </Tag>
          </p>
          <DefinitionList
            items={[
              {
                term: t('round.period'),
                value: t('round.fromTo', { from: formatDate(round.opensOn, locale), to: formatDate(round.closesOn, locale) }),
              },
              { term: t('round.openedBy'), value: round.openedBy ?? '' },
              { term: t('round.other'), value: <a href={`/services/${service.id}`}>{service.name}</a> },
            ]}
          />
        </>
      }
    >
      {round.introduction && <Prose html={renderMarkdown(round.introduction, { under: 1 }).__html} />}
      {standing === 'open' && (
        <Actions>
          <Button href={`${statementPath(service.id)}/nouvelle`}>{t('statement.add')}</Button>
        </Actions>
      )}
      {round.conclusion && (
        <Section title={t('round.conclusion')} id="conclusion">
          <Prose html={renderMarkdown(round.conclusion).__html} />
          <By name={round.closedBy} at={round.closedAt ?? undefined} />
        </Section>
      )}
      <Section title={t('round.said')} id="dit">
        <FigureRow figures={colleges.map(college => ({ value: stated[college], label: t(`college.${college}`) }))} />
        {round.lines === 0 && <p>{t('round.noLine')}</p>}
        <p>
          <a href={`/besoins/etats/${round.id}/synthese`}>{t('round.seeSynthesis')}</a>
        </p>
        <p>
          <a href={statementPath(service.id)}>{t('statement.title', { service: service.name })}</a>
        </p>
      </Section>
      {props.conclude && (
        <Section title={t('round.conclude')} id="conclure" lead={t('round.concludeLead')}>
          <ErrorSummary form={props.conclude} />
          <form method="post" action={`/besoins/etats/${round.id}/cloture`} noValidate>
            <TextArea form={props.conclude} name="conclusion" label={t('round.concludeText')} rows={6} maxlength={4000} />
            <Button>{t('round.concludeSend')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}
