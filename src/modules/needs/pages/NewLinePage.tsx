import type { Form } from '#kernel/forms'
import { Button, Checkbox, Choice, ErrorSummary, Field, FormPaper, Notice, Page, TextArea } from '#kernel/ui'
import type { NewLine } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Round } from '../queries/rounds.ts'
import { kinds } from '../rules/life.ts'
import { linePath } from '../rules/sitePath.ts'
import { crumbs, type Named, statementPath } from './parts.tsx'

interface Props {
  readonly t: T
  readonly service: Named
  readonly form: Form<NewLine>
  readonly round: Round | null
  /** Lines that say nearly the same. */
  readonly near: readonly { readonly id: string; readonly what: string }[]
  readonly code: string
}

/** Where one states a line, on screen or on paper. */
export const NewLinePage = ({ t, service, form, round, near, code }: Props) => (
  <Page title={t('new.title')} kicker={service.name} lead={t('new.lead')} code={code} breadcrumb={crumbs(t, service)}>
    {round && <p>{t('new.round', { title: round.title })}</p>}
    <ErrorSummary form={form} />
    {near.length > 0 && (
      <Notice kind="warning" title={t('new.near')}>
        <p>{t('new.nearLead')}</p>
        <ul>
          {near.map(line => (
            <li key={line.id}>
              <a href={linePath(line.id)}>{line.what}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <FormPaper code={code}>
      <form method="post" action={`${statementPath(service.id)}/lignes`} noValidate>
        {near.length > 0 && <Checkbox form={form} name="distinct" label={t('new.distinct')} />}
        <Choice form={form} name="kind" label={t('new.kind')} options={kinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <Field form={form} name="what" label={t('new.what')} hint={t('new.whatHint')} />
        <Field form={form} name="audience" label={t('new.audience')} hint={t('new.audienceHint')} optional />
        <Field form={form} name="place" label={t('new.place')} hint={t('new.placeHint')} optional />
        <TextArea form={form} name="change" label={t('new.change')} hint={t('new.changeHint')} rows={4} optional />
        <Field form={form} name="evidence" label={t('new.evidence')} hint={t('new.evidenceHint')} optional />
        <Button>{t('new.send')}</Button>
      </form>
    </FormPaper>
  </Page>
)
