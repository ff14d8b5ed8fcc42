import { Actions, Button, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** Where the link of a letter leads: nothing is left before a button is used, since mail readers open links by themselves. */
export const LeavePage = ({ t, path, isAll }: { t: T; path: string; isAll: boolean }) => (
  <Page title={t('leave.title')} lead={t(isAll ? 'leave.all' : 'leave.subject')}>
    <form method="post" action={path}>
      <Actions>
        {!isAll && (
          <Button name="scope" value="link">
            {t('leave.subjectButton')}
          </Button>
        )}
        <Button kind={isAll ? 'primary' : 'secondary'} name="scope" value="all">
          {t('leave.allButton')}
        </Button>
      </Actions>
    </form>
  </Page>
)
