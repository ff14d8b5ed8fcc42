import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Page, Section, TextArea, Time } from '#kernel/ui'
import { registerPath, type Rulebook, rulesPath } from '#engines/moderation'
import type { RulesForm } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Settings {
  readonly firstPosts: number
  readonly links: number
  readonly repeats: number
  readonly writingsPerHour: number
  readonly gesturesPerHour: number
}

/** The published rules, in force or in an earlier version. */
export const RulesPage = ({
  t,
  book,
  isCurrent,
  settings,
  mayPublish,
}: {
  t: T
  book: Rulebook
  isCurrent: boolean
  settings: Settings
  mayPublish: boolean
}) => (
  <Page title={t('rules.title')} lead={t('rules.lead')} kicker={t('rules.version', { version: book.version })}>
    {book.publishedAt ? (
      <p>
        {t('rules.since')} <Time at={book.publishedAt} />.
      </p>
    ) : (
      <p class="soft">{t('rules.model')}</p>
    )}
    {book.introduction.split(/\n{2,}/).map((paragraph, at) => (
      <p key={at}>{paragraph}</p>
    ))}
    {book.rules.map(rule => (
      <Section key={rule.number} id={`regle-${rule.number}`} title={t('rules.number', { number: rule.number, title: rule.title })}>
        {rule.detail && <p>{rule.detail}</p>}
      </Section>
    ))}
    <Section title={t('rules.holding')} lead={t('rules.holdingLead')}>
      <ul>
        <li>{t('rules.firstPosts', { n: settings.firstPosts })}</li>
        <li>{t('rules.links', { n: settings.links })}</li>
        <li>{t('rules.repeats', { n: settings.repeats })}</li>
      </ul>
      <p>{t('rules.consultations')}</p>
      <p>{t('rules.pace', { writings: settings.writingsPerHour, gestures: settings.gesturesPerHour })}</p>
      <p>{t('rules.appeal')}</p>
    </Section>
    <p>
      <a href={registerPath}>{t('register.title')}</a>
    </p>
    {!isCurrent && (
      <p>
        <a href={rulesPath}>{t('rules.current')}</a>
      </p>
    )}
    {book.version > 1 && (
      <p>
        <a href={`${rulesPath}?version=${book.version - 1}`}>{t('rules.previous')}</a>
      </p>
    )}
    {mayPublish && (
      <p>
        <Button kind="secondary" href={`${rulesPath}/nouvelle-version`}>
          {t('rules.edit')}
        </Button>
      </p>
    )}
  </Page>
)

/** The rules as text, to write their next version. */
export const NewRulesPage = ({ t, form }: { t: T; form: Form<RulesForm> }) => (
  <Page title={t('rules.newTitle')} lead={t('rules.newLead')} breadcrumb={[{ href: rulesPath, label: t('rules.title') }]}>
    <ErrorSummary form={form} />
    <form method="post" action={rulesPath} noValidate>
      <TextArea form={form} name="rules" label={t('rules.text')} hint={t('rules.textHint')} rows={24} />
      <Button>{t('rules.publish')}</Button>
    </form>
  </Page>
)
