import { ModeratedContent, ReportLink } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import { Actions, Button, By, DefinitionList, Disclosure, Notice, OpenFigure, Page, Prose, Section, Time } from '#kernel/ui'
import type { AmendmentProps } from './amendmentProps.ts'
import { crumbs } from './crumbs.ts'
import { Decide } from './Decide.tsx'
import { Decided } from './Decided.tsx'
import { Differences } from './Differences.tsx'
import { StateTag } from './StateTag.tsx'

/** One amendment: what would change, why, by whom, who supports it, what was decided. */
export const AmendmentPage = (props: AmendmentProps) => {
  const { t, locale, reader, measure, amendment, moderated, debate } = props
  const subject = `amendment:${amendment.id}`
  return (
    <Page
      title={t('amendment.title', { id: amendment.id })}
      kicker={t('amendment.kicker', { measure: measure.title })}
      lead={<By name={amendment.author} college={amendment.college} at={amendment.filedAt} keyedBy={amendment.keyedBy} />}
      breadcrumb={crumbs(t, measure, 'amendments')}
      aside={<Aside {...props} />}
    >
      {amendment.decision && <Decided t={t} measure={measure} amendment={amendment} decision={amendment.decision} />}
      <ModeratedContent moderated={moderated} reader={reader} locale={locale} subject={subject}>
        <Change {...props} />
        <Section title={t('amendment.reason')}>
          <Prose html={renderMarkdown(amendment.reason).__html} />
        </Section>
        {amendment.origin !== '' && (
          <p>
            {t('amendment.bornFrom')} <a href={amendment.origin}>{t('amendment.origin')}</a>
          </p>
        )}
        <Support {...props} />
        {debate && (
          <Section title={t('amendment.debate')} id="debat">
            {debate}
          </Section>
        )}
        <Author {...props} />
        <Wordings {...props} />
        {props.decision && <Decide {...props} decision={props.decision} />}
        <p class="soft">
          <ReportLink subject={subject} locale={locale} />
        </p>
      </ModeratedContent>
    </Page>
  )
}

const Change = ({ t, amendment, current, rows, hasConflict }: AmendmentProps) => (
  <Section
    title={t('amendment.change')}
    lead={`${t('amendment.basedOn', { n: amendment.baseVersion })}${current > amendment.baseVersion ? ` ${t('amendment.since', { n: current })}` : ''}`}
  >
    {hasConflict && <Notice kind="warning">{t('amendment.conflict')}</Notice>}
    <Differences t={t} rows={rows} />
  </Section>
)

const Support = ({ t, measure, amendment, reader }: AmendmentProps) => {
  const path = `/mesures/${measure.id}/amendements/${amendment.id}`
  return (
    <Section title={t('amendment.support')} id="soutien">
      <OpenFigure
        value={String(amendment.supports)}
        label={t('amendment.supports')}
        rule={t('amendment.supportRule')}
        data={t('amendment.supportData')}
      />
      {amendment.hasSupported && <Notice kind="success" title={t('amendment.supported')} />}
      {amendment.state === 'open' && reader.personId === null && (
        <p>
          <Button href={`/connexion?retour=${path}`}>{t('amendment.signIn')}</Button>
        </p>
      )}
      {reader.personId !== null && amendment.hasSupported && (
        <form method="post" action={`${path}/soutien/retrait`}>
          <Button kind="secondary">{t('amendment.unsupport')}</Button>
        </form>
      )}
      {reader.personId !== null && !amendment.hasSupported && amendment.state === 'open' && (
        <form method="post" action={`${path}/soutien`}>
          <Button>{t('amendment.support')}</Button>
        </form>
      )}
    </Section>
  )
}

const Author = ({ t, measure, amendment, reader }: AmendmentProps) => {
  if (reader.personId === null || reader.personId !== amendment.authorId || amendment.state !== 'open') return null
  const path = `/mesures/${measure.id}/amendements/${amendment.id}`
  return (
    <Section title={t('amendment.yours')}>
      <Actions>
        <Button href={`${path}/amelioration`}>{t('amendment.improve')}</Button>
      </Actions>
      <Disclosure summary={t('amendment.withdraw')}>
        <p>{t('amendment.withdrawLead')}</p>
        <form method="post" action={`${path}/retrait`}>
          <div class="control">
            <label class="control__label" for="raison-du-retrait">
              {t('amendment.withdrawReason')}
            </label>
            <textarea class="input input--full" id="raison-du-retrait" name="reason" rows={3} />
          </div>
          <Button kind="danger">{t('amendment.withdraw')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

/** Nothing that was written is lost: former wordings stay, folded. */
const Wordings = ({ t, amendment }: AmendmentProps) => {
  if (amendment.revisions.length < 2) return null
  return (
    <Section title={t('amendment.history')}>
      {amendment.revisions.map(revision => (
        <Disclosure key={revision.number} summary={t('amendment.revision', { n: revision.number })} id={`redaction-${revision.number}`}>
          <p>
            <Time at={revision.at} />
          </p>
          {revision.text === '' ? <p>{t('amendment.removalText')}</p> : <Prose html={renderMarkdown(revision.text, { under: 3 }).__html} />}
          <p>
            <strong>{t('amendment.reason')}</strong>
          </p>
          <Prose html={renderMarkdown(revision.reason, { under: 3 }).__html} />
        </Disclosure>
      ))}
    </Section>
  )
}

const Aside = ({ t, measure, amendment }: AmendmentProps) => (
  <>
    <h2>{t('amendment.stands')}</h2>
    <p>
      <StateTag t={t} state={amendment.state} />
    </p>
    <DefinitionList items={[{ term: t('amendment.filed'), value: <Time at={amendment.filedAt.slice(0, 10)} /> }]} />
    <p>
      <a href={`/mesures/${measure.id}/amendements`}>{t('amendment.all')}</a>
    </p>
  </>
)
