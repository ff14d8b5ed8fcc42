import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Button, Disclosure, Empty, Notice, OpenFigure, Page, Pagination, Tabs } from '#kernel/ui'
import type { DebateView, View } from '../queries/debateView.ts'
import { newUntil } from '../rules/debateOrder.ts'
import { type DebateSubject, debateUrl } from '../subject.ts'
import { words } from '../locales/index.ts'
import { ArgumentCard } from './ArgumentCard.tsx'

interface Props {
  readonly locale: Locale
  readonly actor: Actor
  readonly subject: DebateSubject
  readonly debate: DebateView
  readonly view: View
  readonly latestFirst: boolean
  readonly pageNumber: number
  readonly today: string
}

/** The debate of one subject, twenty arguments at a time. */
export const DebatePage = ({ locale, actor, subject, debate, view, latestFirst, pageNumber, today }: Props) => {
  const t = words(locale)
  const url = debateUrl(subject)
  const here = (changes: { view?: View; latestFirst?: boolean; page?: number }) =>
    debateAddress(url, { view, latestFirst, page: 1, ...changes })
  return (
    <Page
      title={t('debate.title')}
      kicker={subject.title}
      lead={t('debate.lead')}
      breadcrumb={[{ href: subject.url, label: subject.title }]}
    >
      {!subject.isOpen && <Notice>{t('debate.closed')}</Notice>}
      {subject.isOpen && (
        <p>
          <Button href={`${url}/nouveau`}>{t('debate.add')}</Button>
        </p>
      )}
      <Tabs
        label={t('debate.tabs')}
        tabs={(['arguments', 'for', 'against', 'questions'] as const).map(one => ({
          href: here({ view: one }),
          label: t(`debate.view.${one}`),
          current: one === view,
          count: debate.counts[one],
        }))}
      />
      {debate.counts[view] > 0 &&
        (latestFirst ? (
          <p>
            {t('order.latest')}. <a href={here({ latestFirst: false })}>{t('order.toFair')}</a>
          </p>
        ) : (
          <>
            <OpenFigure value={t('order.fair')} rule={t('order.rule')} data={t('order.data')} since={today}>
              <p>{t('order.formula', { n: newUntil })}</p>
            </OpenFigure>
            <p>
              <a href={here({ latestFirst: true })}>{t('order.toLatest')}</a>
            </p>
          </>
        ))}
      {debate.counts[view] === 0 && <Empty title={t(`debate.empty.${view}`)}>{t('debate.empty.text')}</Empty>}
      <ol class="listing">
        {debate.arguments.map(argument => (
          <li key={argument.id} class="listing__item">
            <div class="listing__body">
              <ArgumentCard argument={argument} url={url} actor={actor} locale={locale} level={2} back={here({ page: pageNumber })} />
              {argument.firstReplies.length > 0 && (
                <Disclosure summary={t('argument.moreReplies', { n: argument.replies })}>
                  {argument.firstReplies.map(reply => (
                    <ArgumentCard key={reply.id} argument={reply} url={url} actor={actor} locale={locale} back="" />
                  ))}
                  <p>
                    <a href={`${url}/${argument.id}`}>{t('argument.open')}</a>
                  </p>
                </Disclosure>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Pagination page={pageNumber} of={debate.pages} href={page => here({ page })} />
    </Page>
  )
}

const french: Readonly<Record<View, string>> = { arguments: '', for: 'pour', against: 'contre', questions: 'questions' }
/** `?voir=` → what is read. */
export const viewFrom = (asked: string | undefined): View =>
  asked === 'pour' ? 'for' : asked === 'contre' ? 'against' : asked === 'questions' ? 'questions' : 'arguments'

/** The address of one page of a debate. */
export const debateAddress = (url: string, { view, latestFirst, page }: { view: View; latestFirst: boolean; page: number }) => {
  const query = new URLSearchParams()
  if (french[view]) query.set('voir', french[view])
  if (latestFirst) query.set('ordre', 'recent')
  if (page > 1) query.set('page', String(page))
  const asked = query.toString()
  return asked ? `${url}?${asked}` : url
}
