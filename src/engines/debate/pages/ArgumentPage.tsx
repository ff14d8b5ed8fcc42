import type { Form } from '#kernel/forms'
import { formatNumber, type Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Button, Disclosure, ErrorSummary, Field, FormPaper, Notice, OpenFigure, Page, Pagination, Section, TextArea } from '#kernel/ui'
import { rulesPath } from '#engines/moderation'
import type { NewReply, OfficialAnswer } from '../forms.ts'
import type { ShownReply } from '../queries/debateView.ts'
import { isNew, learned, type Weighed } from '../rules/debateOrder.ts'
import type { ReplyRefusal } from '../rules/participation.ts'
import { type DebateSubject, debateUrl } from '../subject.ts'
import { words } from '../locales/index.ts'
import { ArgumentCard } from './ArgumentCard.tsx'
import { headingOf, isReadableBy } from './headingOf.ts'

interface Props {
  readonly locale: Locale
  readonly actor: Actor
  readonly subject: DebateSubject
  readonly argument: ShownReply
  readonly weighed: Weighed | null
  readonly replies: readonly ShownReply[]
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly mayReply: { readonly ok: true } | { readonly ok: false; readonly because: ReplyRefusal }
  readonly mayAnswer: boolean
  readonly form: Form<NewReply>
  readonly answerForm: Form<OfficialAnswer>
  /** Short code of this page on paper. */
  readonly code: string
}

/** One argument, why it stands where it stands, and the replies to it. */
export const ArgumentPage = (props: Props) => {
  const { locale, actor, subject, argument, weighed, replies, mayReply, form, answerForm } = props
  const t = words(locale)
  const url = debateUrl(subject)
  const here = `${url}/${argument.id}`
  return (
    <Page
      title={headingOf(t, argument, isReadableBy(argument, actor))}
      breadcrumb={[
        { href: subject.url, label: subject.title },
        { href: url, label: t('debate.title') },
      ]}
      code={props.code}
    >
      <ErrorSummary form={form} />
      <ErrorSummary form={answerForm} prefix="officielle" />
      <ArgumentCard argument={argument} url={url} actor={actor} locale={locale} level={2} back={here} />
      {weighed && (
        <OpenFigure
          value={isNew(weighed) ? t('place.new') : t('place.weighed', { share: formatNumber(learned(weighed), locale) })}
          rule={
            <>
              {t('order.rule')} {t('place.rule')}
            </>
          }
          data={t('place.data', { s: weighed.passers.supporter, o: weighed.passers.other })}
        />
      )}
      <Section title={t('reply.title')} id="reponses">
        {replies.length === 0 && <p>{t('reply.empty')}</p>}
        <ol class="listing">
          {replies.map(reply => (
            <li key={reply.id} class="listing__item">
              <div class="listing__body">
                <ArgumentCard argument={reply} url={url} actor={actor} locale={locale} back={here} />
              </div>
            </li>
          ))}
        </ol>
        <Pagination page={props.pageNumber} more={props.hasMore} href={page => `${here}?page=${page}#reponses`} />
        {mayReply.ok ? (
          <form method="post" action={`${here}/reponses`} noValidate>
            <FormPaper code={props.code}>
              <TextArea form={form} name="text" label={t('reply.text')} hint={t('reply.hint')} maxlength={1500} rows={4} />
            </FormPaper>
            <p class="soft">
              {t('form.named')} <a href={rulesPath}>{t('form.rules')}</a>
            </p>
            <Button>{t('reply.publish')}</Button>
          </form>
        ) : (
          <Notice>{t(`refused.${mayReply.because}`)}</Notice>
        )}
      </Section>
      {props.mayAnswer && (
        <Disclosure summary={t('official.title')} open={Object.keys(answerForm.errors).length > 0}>
          <form method="post" action={`${here}/reponse-officielle`} noValidate>
            <Field form={answerForm} name="url" prefix="officielle" label={t('official.url')} hint={t('official.hint')} />
            <Button kind="secondary">{t('official.save')}</Button>
          </form>
        </Disclosure>
      )}
    </Page>
  )
}
