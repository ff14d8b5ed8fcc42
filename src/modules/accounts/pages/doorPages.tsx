import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Field, Hidden, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** The same words whether the address is known or not. */
export const LinkSentPage = ({ t, minutes, mailbox }: { t: T; minutes: number; mailbox: string | null }) => (
  <Page title={t('sent.title')}>
    <p>{t('sent.text', { minutes })}</p>
    <p>{t('sent.spam')}</p>
    {mailbox && (
      <p>
        {t('sent.mailbox')} <a href={mailbox}>{t('sent.openMailbox')}</a>
      </p>
    )}
    <p>
      <Button kind="secondary" href="/connexion">
        {t('sent.again')}
      </Button>
    </p>
  </Page>
)

/**
 * A button, because programmes that read letters open every link in them, and a link serves once. The library decodes
 * the two addresses once more than it should, so they are encoded once more here.
 */
export const OpenLinkPage = ({ t, token, success, failure }: { t: T; token: string; success: string; failure: string }) => (
  <Page title={t('link.title')} lead={t('link.text')}>
    <form method="get" action="/api/auth/magic-link/verify">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="callbackURL" value={encodeURIComponent(success)} />
      <input type="hidden" name="errorCallbackURL" value={encodeURIComponent(failure)} />
      <Button>{t('link.open')}</Button>
    </form>
  </Page>
)

export const WelcomePage = ({
  t,
  form,
  back,
  age,
}: {
  t: T
  form: Form<{ name: string; oldEnough: true; retour: string }>
  back: string
  age: number
}) => (
  <Page title={t('welcome.title')} lead={t('welcome.lead')}>
    <ErrorSummary form={form} />
    <form method="post" action="/connexion/bienvenue" noValidate>
      <Hidden form={form} name="retour" value={back} />
      <Field form={form} name="name" label={t('welcome.name')} hint={t('welcome.nameHint')} autocomplete="name" width="medium" />
      <Checkbox form={form} name="oldEnough" label={t('welcome.oldEnough', { age })} hint={t('welcome.oldEnoughHint')} />
      <Button>{t('welcome.submit')}</Button>
    </form>
  </Page>
)

/** Signed out here; the provider's own session is closed by the address the browser goes to next, without script. */
export const GoodbyePage = ({ t, provider }: { t: T; provider: string | null }) => (
  <Page title={t('goodbye.title')}>
    <p>{t('goodbye.text')}</p>
    {provider && (
      <>
        <meta http-equiv="refresh" content={`0; url=${provider}`} />
        <p>{t('goodbye.provider')}</p>
        <p>
          <Button href={provider}>{t('goodbye.continue')}</Button>
        </p>
      </>
    )}
  </Page>
)

export const ConfirmEmailPage = ({ t, email, action, code }: { t: T; email: string; action: string; code: string }) => (
  <Page title={t('email.title')} lead={t('email.text', { email })}>
    <form method="post" action={action}>
      <input type="hidden" name="code" value={code} />
      <Button>{t('email.submit')}</Button>
    </form>
  </Page>
)
