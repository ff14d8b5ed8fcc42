import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, Choice, ErrorSummary, Field, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { KnownPerson } from '../queries/people.ts'

export interface Guardian {
  readonly id: string
  readonly guardianId: string
  readonly name: string
  readonly kind: 'parent' | 'guardian'
  readonly until: string | null
}

export const Guardians = ({
  t,
  locale,
  person,
  guardians,
}: {
  t: T
  locale: Locale
  person: { readonly id: string }
  guardians: readonly Guardian[]
}) => (
  <Section title={t('guardians.title')}>
    {guardians.length === 0 ? (
      <p>{t('guardians.none')}</p>
    ) : (
      guardians.map(guardian => (
        <form key={guardian.id} method="post" action={`/guichet/personnes/${person.id}/responsables/fin`}>
          <p>
            {guardian.name}, {t(`guardians.${guardian.kind}`)}
            {guardian.until && `, ${t('guardians.until', { date: formatDate(guardian.until, locale) })}`}
          </p>
          <input type="hidden" name="id" value={guardian.id} />
          <Button kind="secondary" small label={`${t('guardians.end')} : ${guardian.name}`}>
            {t('guardians.end')}
          </Button>
        </form>
      ))
    )}
    <p>
      <a href={`/guichet/personnes/${person.id}/responsables`}>{t('guardians.add')}</a>
    </p>
  </Section>
)

export const NewGuardianPage = ({
  t,
  person,
  typed,
  found,
  form,
}: {
  t: T
  person: { readonly id: string; readonly name: string }
  typed: string
  found: readonly KnownPerson[]
  form: Form<{ guardian: string; kind: 'parent' | 'guardian'; until?: string | undefined; seen: true }>
}) => (
  <Page
    title={t('guardians.addTitle', { name: person.name })}
    breadcrumb={[
      { label: t('desk.title'), href: '/guichet' },
      { label: person.name, href: `/guichet/personnes/${person.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="get" action={`/guichet/personnes/${person.id}/responsables`} role="search">
      <Field
        form={{ values: { nom: typed }, errors: { nom: undefined } }}
        name="nom"
        label={t('guardians.find')}
        hint={t('desk.nameHint')}
        width="medium"
        autocomplete="off"
      />
      <Button kind="secondary">{t('desk.search')}</Button>
    </form>
    {typed !== '' && found.length === 0 && <p>{t('desk.nobody')}</p>}
    {found.length > 0 && (
      <form method="post" action={`/guichet/personnes/${person.id}/responsables?nom=${encodeURIComponent(typed)}`} noValidate>
        <Choice
          form={form}
          name="guardian"
          label={t('guardians.who')}
          options={found.map(one => ({ value: one.id, label: one.name, hint: one.postalAddress ?? undefined }))}
        />
        <Choice
          form={form}
          name="kind"
          label={t('guardians.kind')}
          options={(['parent', 'guardian'] as const).map(kind => ({ value: kind, label: t(`guardians.${kind}`) }))}
        />
        <Field form={form} name="until" type="date" label={t('guardians.last')} optional />
        <Checkbox form={form} name="seen" label={t('guardians.seen')} hint={t('guardians.seenHint')} />
        <Button>{t('guardians.submit')}</Button>
      </form>
    )}
  </Page>
)
