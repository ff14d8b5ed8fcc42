import { Button, FormPaper, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { linePath } from '../rules/sitePath.ts'
import { crumbs, type Named } from './parts.tsx'

interface Props {
  readonly t: T
  readonly service: Named
  readonly line: { readonly id: string; readonly what: string }
  readonly code: string
  readonly isSignedIn: boolean
}

/** “I see it too”, as a sheet to sign and bring back; the desk keys it in here. */
export const AgreePaperPage = ({ t, service, line, code, isSignedIn }: Props) => (
  <Page title={t('line.agree')} kicker={service.name} lead={line.what} code={code} breadcrumb={crumbs(t, service)}>
    <FormPaper code={code}>
      <p>{t('line.whoLead')}</p>
      {isSignedIn ? (
        <form method="post" action={`${linePath(line.id)}/constat`}>
          <Button>{t('line.agree')}</Button>
        </form>
      ) : (
        <p>
          <Button href={`/connexion?retour=${linePath(line.id)}`}>{t('line.signIn')}</Button>
        </p>
      )}
    </FormPaper>
  </Page>
)
