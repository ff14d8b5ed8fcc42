import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Notice, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { trail } from './homePage.tsx'

export const CommunePage = ({
  t,
  form,
  arms,
  saved,
  bodies,
}: {
  t: T
  form: Form<{ name: string; population?: number | undefined; accent?: string | undefined; arms: string }>
  arms: string | null
  saved: boolean
  bodies: readonly { readonly name: string; readonly slug: string; readonly host: string | null }[]
}) => (
  <Page title={t('commune.title')} breadcrumb={trail(t)}>
    <ErrorSummary form={form} />
    {saved && <Notice kind="success" title={t('commune.saved')} />}
    <form method="post" action="/administration/commune" enctype="multipart/form-data" noValidate>
      <Field form={form} name="name" label={t('commune.name')} width="medium" autocomplete="off" />
      <Field form={form} name="population" type="number" label={t('commune.population')} unit={t('commune.populationUnit')} optional />
      <Field
        form={form}
        name="accent"
        label={t('commune.accent')}
        hint={t('commune.accentHint')}
        width="short"
        autocomplete="off"
        optional
      />
      {arms && (
        <p>
          <img src={arms} alt={t('commune.arms')} height={96} />
        </p>
      )}
      <Field
        form={form}
        name="arms"
        type="file"
        label={t('commune.arms')}
        hint={t('commune.armsHint')}
        accept=".png,.jpg,.jpeg,.webp"
        optional
      />
      <Button>{t('commune.save')}</Button>
    </form>
    {arms && (
      <form method="post" action="/administration/commune/blason/retrait">
        <Button kind="secondary">{t('commune.noArms')}</Button>
      </form>
    )}
    <Section title={t('commune.hosts')}>
      <Table
        caption={t('commune.hosts')}
        hideCaption
        head={[t('commune.name'), t('commune.host')]}
        rows={bodies.map(body => [body.name, body.host ?? t('commune.hostDefault')])}
      />
    </Section>
  </Page>
)
