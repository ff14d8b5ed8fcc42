import type { Parameter } from '#kernel/parameters'
import { Actions, Button, Empty, Listing, Notice, Page, Pagination, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Rule } from '../queries/rollRules.ts'
import type { Standing } from '../rules/standing.ts'
import { conditionsOf } from './conditionsOf.ts'

interface Props {
  readonly t: T
  readonly rules: readonly (Rule & { readonly standing: Standing })[]
  readonly register: Parameter
  readonly isAgent: boolean
  readonly isSignedIn: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Every rule anyone may read, with the reader's own standing beside each. */
export const RollPage = ({ t, rules, register, isAgent, isSignedIn, pageNumber, hasMore }: Props) => (
  <Page title={t('roll.title')} lead={t('roll.lead')}>
    {isAgent && (
      <Actions>
        <Button href="/liste-de-participation/nouvelle">{t('roll.new')}</Button>
        <Button kind="secondary" href="/liste-de-participation/preuves">
          {t('roll.proofs')}
        </Button>
      </Actions>
    )}
    {!rules.some(isInForce) && (
      <Empty title={t('roll.empty')} drawing="bridge">
        {t('roll.emptyText')}
      </Empty>
    )}
    <Part t={t} isSignedIn={isSignedIn} title={t('roll.rules')} rules={rules.filter(isInForce)} />
    <Part t={t} isSignedIn={isSignedIn} title={t('roll.drafts')} rules={rules.filter(one => one.publishedAt === null)} />
    <Part t={t} isSignedIn={isSignedIn} title={t('roll.past')} rules={rules.filter(one => one.withdrawnAt !== null)} />
    <Pagination page={pageNumber} more={hasMore} href={page => `/liste-de-participation?page=${page}`} />
    <Notice title={t('roll.register')}>
      {t('roll.registerText', { text: register.text, article: register.article, status: t(`roll.${register.status}`) })}
    </Notice>
  </Page>
)

const isInForce = (rule: Rule) => rule.publishedAt !== null && rule.withdrawnAt === null

const Part = ({ t, title, rules, isSignedIn }: { t: T; title: string; rules: Props['rules']; isSignedIn: boolean }) =>
  rules.length === 0 ? null : (
    <Section title={title}>
      <Listing
        items={rules.map(rule => ({
          title: rule.name,
          href: `/liste-de-participation/${rule.id}`,
          text: conditionsOf(t, rule).join(' '),
          note: isInForce(rule) && isSignedIn ? t(rule.standing.ok ? 'standing.ok' : 'standing.missing') : undefined,
        }))}
      />
    </Section>
  )
