import { Page } from '#kernel/ui'

/** A page that says one thing. */
export const MessagePage = ({ title, text }: { title: string; text: string }) => (
  <Page title={title}>
    <p>{text}</p>
  </Page>
)
