import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, ErrorSummary, FormPaper, Page, Verdict } from '#kernel/ui'
import type { Signature } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { petitionUrl } from '../petition.ts'
import type { ShownPetition } from '../views.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly shown: ShownPetition
  readonly form: Form<Signature>
  readonly code: string
  readonly refusal: { readonly text: string } | null
  readonly freeAgainOn: string
}

/** The form that is signed, on screen or by hand. */
export const SignPage = ({ t, locale, shown: { petition }, form, code, refusal, freeAgainOn }: Props) => (
  <Page
    title={t('sign.title')}
    lead={petition.title}
    breadcrumb={[
      { label: t('title'), href: '/demarches-citoyennes' },
      { label: petition.title, href: petitionUrl(petition.id) },
    ]}
    code={code}
  >
    {refusal ? (
      <Verdict is="refused">{refusal.text}</Verdict>
    ) : (
      <FormPaper code={code}>
        <ErrorSummary form={form} />
        <p>{t('sign.once', { date: formatDate(freeAgainOn, locale) })}</p>
        <p>{t('sign.use')}</p>
        <form method="post" action={`${petitionUrl(petition.id)}/signature`} noValidate>
          <Checkbox form={form} name="declares" label={t('sign.declares')} />
          <Button>{t('sign.send')}</Button>
        </form>
      </FormPaper>
    )}
  </Page>
)
