import { Button, Notice } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** What this browser answered before its owner signed in, and what becomes of it. */
export const LooseAnswers = ({ t, path, n }: { t: T; path: string; n: number }) => (
  <Notice title={t('loose.title', { n })}>
    <p>{t('loose.text')}</p>
    <form method="post" action={`${path}/rattachement`}>
      <Button kind="secondary" small>
        {t('loose.attach')}
      </Button>
    </form>
  </Notice>
)
