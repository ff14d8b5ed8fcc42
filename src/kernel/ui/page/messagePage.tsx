import { Button } from '../button/button.tsx'
import { Drawing } from '../drawing/drawing.tsx'
import { useWords } from '../frame.ts'
import { Page } from './page.tsx'

/** A page that says one thing, and where to go next. */
export const MessagePage = ({
  title,
  text,
  action,
}: {
  title: string
  text: string
  action?: { readonly label: string; readonly href: string } | undefined
}) => {
  const t = useWords()
  return (
    <Page title={title} lead={text} drawing={<Drawing name="bridge" size="large" />}>
      <p>
        <Button kind="secondary" href={action?.href ?? '/'}>
          {action?.label ?? t('message.home')}
        </Button>
      </p>
    </Page>
  )
}
