import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, DefinitionList, Disclosure, ErrorSummary, Field, Notice, Page, Section, TextArea } from '#kernel/ui'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { GuardsForm } from '../forms.ts'
import type { ST } from '../locales.ts'
import type { Guards } from '../queries/guards.ts'
import { dueFor, missingTrustees } from '../rules/ceremony.ts'

/** The key of each link; null for a link handed out before keys were made again when needed. */
export interface GuardLinks {
  readonly authority: string | null
  readonly trustees: readonly (string | null)[]
}
interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly url: string
  readonly ballot: Ballot
  readonly guards: Guards | null
  readonly links: GuardLinks
  readonly form: Form<GuardsForm>
}

/** The agent names who guards the vote, hands each their link, and sees where they are. */
export const GuardsPage = ({ t, locale, url, ballot, guards, links, form }: Props) => {
  const path = `/votes/${ballot.id}/secret`
  const isDraft = ballot.state === 'draft'
  return (
    <Page title={t('guards.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('guards.lead')}>
      {!isDraft && <Notice>{t('guards.announced')}</Notice>}
      {isDraft && guards?.credentials && missingTrustees(guards) === 0 && (
        <Notice kind="success" title={t('guards.ready')}>
          <p>
            {t('guards.readyText')} <a href={`/votes/${ballot.id}/conduite`}>{words(locale)('ballot.run')}</a>
          </p>
        </Notice>
      )}
      {guards && (
        <Section title={t('guards.links')}>
          <DefinitionList
            items={[
              {
                term: guards.authority,
                value: (
                  <>
                    <GuardLink t={t} url={url} href={links.authority && `${path}/codes?cle=${links.authority}`} /> ·{' '}
                    {t(guards.credentials ? 'guards.done' : 'guards.todo')}
                  </>
                ),
              },
              ...guards.trustees.map(({ name, number }, place) => ({
                term: name,
                value: (
                  <>
                    <GuardLink t={t} url={url} href={links.trustees[place] && `${path}/gardien?cle=${links.trustees[place]}`} /> ·{' '}
                    {t(`guards.step.${dueFor(guards, number)}`)}
                  </>
                ),
              })),
            ]}
          />
        </Section>
      )}
      {isDraft &&
        (guards ? (
          <Disclosure summary={t('guards.again')}>
            <p>{t('guards.againLead')}</p>
            <Naming {...{ t, form, path }} />
          </Disclosure>
        ) : (
          <Naming {...{ t, form, path }} />
        ))}
    </Page>
  )
}

const Naming = ({ t, form, path }: { t: ST; form: Form<GuardsForm>; path: string }) => (
  <>
    <ErrorSummary form={form} />
    <form method="post" action={`${path}/preparation`} noValidate>
      <Field form={form} name="authority" label={t('guards.authority')} hint={t('guards.authorityHint')} />
      <TextArea form={form} name="trustees" label={t('guards.trustees')} />
      <Field form={form} name="needed" type="number" label={t('guards.needed')} hint={t('guards.neededHint')} />
      <Field form={form} name="codes" type="number" label={t('guards.codes')} />
      <Button>{t('guards.save')}</Button>
    </form>
  </>
)

const GuardLink = ({ t, url, href }: { t: ST; url: string; href: string | null | undefined }) =>
  href ? <a href={href}>{`${url}${href}`}</a> : <>{t('guards.handed')}</>
