import type { Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Listing, Page, Section, Table } from '#kernel/ui'
import { crumbs } from '../../pages/crumbs.ts'
import { WhatItIsFor } from '../../pages/WhatItIsFor.tsx'
import { words } from '../../locales/index.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { ST } from '../locales.ts'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly today: string
  readonly ballot: Ballot
  readonly authority: string
  readonly needed: number
  readonly codes: number
  readonly handed: number
  readonly voters: number
  readonly revoked: number
  readonly trustees: readonly { readonly name: string; readonly fingerprint: string | null; readonly hasOpened: boolean }[]
  readonly isBoardOpen: boolean
  readonly runs: boolean
}

/** In plain words: what the secret rests on, who knows what, who guards it, and how to check. */
export const TrustPage = (props: Props) => {
  const { t, locale, today, ballot, authority, needed, trustees } = props
  const path = `/votes/${ballot.id}`
  const names = { authority, needed, all: trustees.length }
  return (
    <Page title={t('trust.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('trust.lead')}>
      <Actions>
        {ballot.state === 'open' && <Button href={`${path}/isoloir`}>{t('trust.booth')}</Button>}
        {props.isBoardOpen && (
          <Button kind="secondary" href={`${path}/urne`}>
            {t('trust.board')}
          </Button>
        )}
        {props.runs && (
          <Button kind="secondary" href={`${path}/secret/preparation`}>
            {t('trust.run')}
          </Button>
        )}
        {props.runs && ballot.state === 'open' && (
          <Button kind="secondary" href={`${path}/secret/remise`}>
            {t('trust.hand')}
          </Button>
        )}
      </Actions>
      <Section title={t('trust.rests')}>
        <ul>
          <li>{t('trust.rests1')}</li>
          <li>{t('trust.rests2', names)}</li>
          <li>{t('trust.rests3', names)}</li>
          <li>{t('trust.rests4')}</li>
        </ul>
      </Section>
      <Section title={t('trust.knows')}>
        <ul>
          <li>{t('trust.knowsServer')}</li>
          <li>{t('trust.knowsAuthority', names)}</li>
          <li>{t('trust.knowsTrustees')}</li>
          <li>{t('trust.stuffing', names)}</li>
          <li>{t('trust.revoking', names)}</li>
        </ul>
      </Section>
      <Section title={t('trust.guards')}>
        <Table
          caption={t('trust.guards')}
          hideCaption
          head={[t('trust.guards'), t('trust.fingerprint')]}
          rows={trustees.map(({ name, fingerprint, hasOpened }) => [
            name,
            <>
              {fingerprint ? <code>{fingerprint}</code> : t('trust.noKey')}
              {hasOpened && <> · {t('trust.hasOpened')}</>}
            </>,
          ])}
        />
      </Section>
      <Section title={t('trust.figures')}>
        <DefinitionList
          items={[
            { term: t('trust.codes'), value: String(props.codes) },
            { term: t('trust.handed'), value: String(props.handed) },
            { term: t('trust.voters'), value: String(props.voters) },
            { term: t('trust.revoked'), value: String(props.revoked) },
          ]}
        />
        <p>{t('trust.method')}</p>
        {props.revoked > 0 && <p>{t('trust.revokedText', { n: props.revoked })}</p>}
        {props.isBoardOpen && (
          <Listing
            items={[
              { title: t('trust.archive'), href: `${path}/urne.bel` },
              ...(props.revoked > 0 ? [{ title: t('trust.revokedList'), href: `${path}/urne/retraits.json` }] : []),
              { title: t('trust.source'), href: '/votes/secret/isoloir.js' },
            ]}
          />
        )}
      </Section>
      <WhatItIsFor t={words(locale)} locale={locale} ballot={ballot} today={today} />
    </Page>
  )
}
