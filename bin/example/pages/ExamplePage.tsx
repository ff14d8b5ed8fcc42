import type { Form } from '#kernel/forms'
import { Button, By, Empty, ErrorSummary, Page, Pagination, TextArea } from '#kernel/ui'
import type { NewRemark } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly remarks: readonly { readonly id: string; readonly text: string; readonly writtenAt: string; readonly author: string | null }[]
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly mayWrite: boolean
  readonly form: Form<NewRemark>
}

export const ExamplePage = ({ t, remarks, pageNumber, hasMore, mayWrite, form }: Props) => (
  <Page title={t('example.title')} lead={t('example.lead')}>
    <ErrorSummary form={form} />
    {remarks.length === 0 && <Empty title={t('example.empty')} />}
    <ul>
      {remarks.map(remark => (
        <li key={remark.id}>
          <a href={`/example/${remark.id}`}>{remark.text}</a> <By name={remark.author} at={remark.writtenAt} />
        </li>
      ))}
    </ul>
    <Pagination page={pageNumber} more={hasMore} href={page => `/example?page=${page}`} />
    {mayWrite ? (
      <form method="post" action="/example" noValidate>
        <TextArea form={form} name="text" label={t('remark.text')} hint={t('remark.hint')} />
        <Button>{t('remark.submit')}</Button>
      </form>
    ) : (
      <p>
        <a href="/connexion?retour=/example">{t('remark.signIn')}</a>
      </p>
    )}
  </Page>
)
