import { emptyForm, type Form } from '#kernel/forms'
import { Button, Disclosure, Empty, ErrorSummary, Notice, Page, Pagination, Section, Tag, TextArea, Time } from '#kernel/ui'
import { type OwnContent, ownContentsPath, rulePath } from '#engines/moderation'
import { AppealForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { kindName } from './QueuePage.tsx'

interface Props {
  readonly t: T
  readonly contents: readonly OwnContent[]
  readonly pageNumber: number
  readonly hasMore: boolean
  /** The appeal that was just refused by its form, if any. */
  readonly refused: { readonly decisionId: string; readonly form: Form<AppealForm> } | null
}

/** What a person wrote that was looked at, why, and the way to contest it once. */
export const OwnContentsPage = ({ t, contents, pageNumber, hasMore, refused }: Props) => (
  <Page title={t('own.title')} lead={t('own.lead')}>
    {refused && <ErrorSummary form={refused.form} prefix={`recours-${refused.decisionId}`} />}
    {contents.length === 0 && <Empty title={t('own.empty')}>{t('own.emptyText')}</Empty>}
    {contents.map(content => (
      <Own key={content.subject} t={t} content={content} refused={refused} />
    ))}
    <Pagination page={pageNumber} more={hasMore} href={page => `${ownContentsPath}?page=${page}`} />
  </Page>
)

const Own = ({ t, content, refused }: { t: T; content: OwnContent; refused: Props['refused'] }) => {
  const { moderated } = content
  const rule = moderated.state === 'hidden' ? moderated.rule : null
  return (
    <Section title={kindName(t, content.subject)}>
      <p>
        <Tag tone={moderated.state === 'visible' ? 'leaf' : 'ochre'}>{t(`file.state.${moderated.state}`)}</Tag> <Time at={content.lastAt} />
      </p>
      <blockquote>
        <p>{content.extract.slice(0, 300).toWellFormed()}</p>
      </blockquote>
      {rule && (
        <p>
          <a href={rulePath(rule)}>{t('rules.number', { number: rule.number, title: rule.title })}</a>
        </p>
      )}
      {content.lastReason && (
        <p>
          {t('own.reason')} {content.lastReason}
        </p>
      )}
      <p>
        <a href={content.url}>{t('own.see')}</a>
      </p>
      {moderated.state === 'hidden' && moderated.appeal === 'open' && <Notice>{t('own.appealOpen')}</Notice>}
      {moderated.state === 'hidden' && moderated.appeal === 'none' && (
        <Appeal
          t={t}
          decisionId={moderated.decisionId}
          form={refused?.decisionId === moderated.decisionId ? refused.form : emptyForm(AppealForm)}
        />
      )}
    </Section>
  )
}

const Appeal = ({ t, decisionId, form }: { t: T; decisionId: string; form: Form<AppealForm> }) => (
  <Disclosure id={`recours-${decisionId}`} summary={t('own.appeal')} open={Object.keys(form.errors).length > 0}>
    <form method="post" action={`${ownContentsPath}/${decisionId}/recours`} noValidate>
      <TextArea
        form={form}
        name="text"
        prefix={`recours-${decisionId}`}
        label={t('own.appealText')}
        hint={t('own.appealHint')}
        maxlength={1500}
      />
      <Button>{t('own.appealSubmit')}</Button>
    </form>
  </Disclosure>
)
