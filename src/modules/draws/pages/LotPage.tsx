import type { Form } from '#kernel/forms'
import { Button, DefinitionList, DownloadLinks, ErrorSummary, Field, Notice, Page, Section, Time } from '#kernel/ui'
import type { Seed } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Lot } from '../lot.ts'
import { ReplayLot } from './ReplayLot.tsx'

interface Props {
  readonly t: T
  readonly lot: Lot
  readonly order: readonly string[]
  /** Who entered the seed. */
  readonly by: string | null
  readonly panel: string | null
  /** For the agent who enters the seed, from its day on. */
  readonly form: Form<Seed> | null
}

const shown = 60
const short = (text: string) => (text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text)

/** A lot: what was committed to, what chance said, and how to draw it again. */
export const LotPage = ({ t, lot, order, by, panel, form }: Props) => (
  <Page title={lot.title} lead={lot.purpose} breadcrumb={[{ label: t('draws.title'), href: '/tirages' }]}>
    {panel && (
      <p>
        <a href={`/tirages/panels/${panel}`}>{t('lot.ofPanel')}</a>
      </p>
    )}
    {lot.seed ? (
      <Section title={t('lot.result')}>
        <ol>
          {order.slice(0, Math.min(lot.many, shown)).map(input => (
            <li key={input}>{short(input)}</li>
          ))}
        </ol>
        {order.length > lot.many && <p>{t('lot.reserve', { many: order.length - lot.many })}</p>}
      </Section>
    ) : (
      <Notice title={t('lot.waits')}>
        <p>
          <Time at={lot.seedOn} /> : {lot.seedSource}
        </p>
      </Notice>
    )}
    {form && (
      <Section title={t('seed.enter')}>
        <p>{t('seed.lead')}</p>
        <ErrorSummary form={form} />
        <form method="post" action={`/tirages/${lot.id}/graine`} noValidate>
          <Field form={form} name="seed" label={t('seed.text')} hint={t('seed.hint')} />
          <Field form={form} name="witnesses" label={t('seed.witnesses')} hint={t('seed.witnessesHint')} width="full" />
          <Button>{t('seed.send')}</Button>
        </form>
      </Section>
    )}
    <Section title={t('lot.facts')}>
      <DefinitionList
        items={[
          { term: t('lot.published'), value: <Time at={lot.madeAt} /> },
          { term: t('lot.digest'), value: <code class="break">{lot.commitment.match(/.{8}/gu)?.join(' ')}</code> },
          { term: t('lot.source'), value: lot.seedSource },
          { term: t('seed.text'), value: lot.seed && <code>{lot.seed.text}</code> },
          { term: t('seed.witnesses'), value: lot.seed?.witnesses },
          {
            term: t('seed.by'),
            value: lot.seed && (
              <>
                {by ?? t('seed.someone')}, <Time at={lot.seed.at} />
              </>
            ),
          },
        ]}
      />
      <h3>{t('lot.list', { many: lot.inputs.length })}</h3>
      <ul>
        {lot.inputs.slice(0, shown).map(input => (
          <li key={input}>{short(input)}</li>
        ))}
      </ul>
      {lot.inputs.length > shown && <p>{t('lot.more', { many: lot.inputs.length - shown })}</p>}
    </Section>
    <Section title={t('method.title')}>
      <p>{t('method.commit')}</p>
      <p>{t('method.seed')}</p>
      <p>{t('method.order')}</p>
      <p>{t('method.again')}</p>
      <p>
        <code>bin/yvette compute lot liste.txt --seed "{lot.seed?.text ?? '…'}"</code>
      </p>
      {lot.seed && <ReplayLot t={t} lot={lot} />}
      <DownloadLinks
        links={[
          { href: `/tirages/${lot.id}/liste.txt`, label: t('lot.asText') },
          { href: `/tirages/${lot.id}/tirage.json`, label: t('lot.asJson') },
        ]}
      />
    </Section>
  </Page>
)
