import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Hidden, Notice, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { PostButton } from './postButton.tsx'

export interface SignInPageProps {
  readonly t: T
  readonly form: Form<{ email: string; retour: string }>
  readonly letter: Form<{ code: string }>
  readonly back: string
  readonly providers: readonly ('franceconnect' | 'proconnect')[]
  readonly problem: 'link' | 'provider' | 'refused' | null
  /** Invented people, in the demonstration only. */
  readonly cast: readonly { readonly id: string; readonly name: string; readonly shows: string }[]
}

/** Every door on one page, the one that needs nothing first. */
export const SignInPage = ({ t, form, letter, back, providers, problem, cast }: SignInPageProps) => (
  <Page title={t('signIn.title')} lead={t('signIn.lead')}>
    <ErrorSummary form={form} />
    <ErrorSummary form={letter} prefix="lettre" />
    {problem && (
      <Notice kind="warning" title={t('problem.title')}>
        {t(`problem.${problem}`)}
      </Notice>
    )}
    {cast.length > 0 && <DemonstrationDoors t={t} cast={cast} back={back} />}
    <Section title={t('signIn.byEmail')}>
      <form method="post" action="/connexion" noValidate>
        <Hidden form={form} name="retour" value={back} />
        <Field form={form} name="email" type="email" label={t('signIn.email')} hint={t('signIn.emailHint')} autocomplete="email" />
        <Button>{t('signIn.send')}</Button>
      </form>
    </Section>
    {providers.length > 0 && (
      <Section title={t('signIn.byState')}>
        {providers.map(provider => (
          <div key={provider}>
            <p>{t(`signIn.${provider}Hint`)}</p>
            <p>
              <Button kind="secondary" href={`/connexion/par/${provider}?retour=${encodeURIComponent(back)}`}>
                {t(`signIn.${provider}`)}
              </Button>
            </p>
          </div>
        ))}
      </Section>
    )}
    <passkey-door data-act="enter" data-back={back} hidden>
      <Section title={t('signIn.byPasskey')}>
        <p>{t('signIn.passkeyHint')}</p>
        <button class="button button--secondary" type="button">
          {t('signIn.passkey')}
        </button>
        <p role="status" data-problem={t('problem.provider')} />
      </Section>
    </passkey-door>
    <Section title={t('signIn.byLetter')}>
      <form method="post" action="/connexion/lettre" noValidate>
        <Field
          form={letter}
          name="code"
          prefix="lettre"
          label={t('signIn.letterCode')}
          hint={t('signIn.letterCodeHint')}
          width="medium"
          autocomplete="off"
        />
        <Button kind="secondary">{t('signIn.letterEnter')}</Button>
      </form>
    </Section>
    <p>{t('signIn.noAccount')}</p>
    <script type="module" src="/connexion/cle-acces.js" />
  </Page>
)

const DemonstrationDoors = ({ t, cast, back }: Pick<SignInPageProps, 't' | 'cast' | 'back'>) => (
  <Section title={t('signIn.demonstration')} lead={t('signIn.demonstrationLead')}>
    <Table
      caption={t('signIn.demonstration')}
      hideCaption
      head={[t('account.role'), t('account.action')]}
      rows={cast.map(person => [
        person.shows,
        <PostButton action="/connexion/demonstration" fields={{ person: person.id, retour: back }} kind="secondary" small>
          {t('signIn.enterAs', { name: person.name })}
        </PostButton>,
      ])}
    />
  </Section>
)

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'passkey-door': { 'data-act': 'enter' | 'register'; 'data-back'?: string; hidden?: boolean; children?: ComponentChildren }
    }
  }
}
