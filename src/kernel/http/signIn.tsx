import { Button, Page } from '#kernel/ui'
import { page } from './answers.tsx'
import type { C } from './router.ts'
import { typedValues } from './submitted.ts'
import { words } from './words.ts'

/** A visitor reached something for signed-in people: a page leads to sign-in and back; a form is kept, ready to be sent again. */
export const askToSignIn = async (c: C<any>) => {
  const path = c.req.path + (c.req.method === 'GET' ? new URL(c.req.url).search : '')
  const signIn = `/connexion?retour=${encodeURIComponent(path)}`
  if (c.req.method === 'GET') return c.redirect(signIn, 303)
  const t = words(c.var.locale)
  const typed = Object.entries(await typedValues(c)).flatMap(([name, value]) => [value].flat().map(text => ({ name, text })))
  return page(
    c,
    <Page title={t('signIn.title')}>
      <p>{typed.length > 0 ? t('signIn.text') : t('signIn.empty')}</p>
      <p>
        <a href="/connexion" target="_blank" rel="noopener">
          {t('signIn.open')}
        </a>
      </p>
      <form method="post" action={c.req.path}>
        {typed.map(({ name, text }) => (
          <input type="hidden" name={name} value={text} />
        ))}
        {typed.some(({ text }) => text.length > 1) && (
          <details>
            <summary>{t('signIn.kept')}</summary>
            {typed.map(({ text }) => (
              <p>{text}</p>
            ))}
          </details>
        )}
        <Button>{t('signIn.again')}</Button>
      </form>
    </Page>,
    401,
  )
}
