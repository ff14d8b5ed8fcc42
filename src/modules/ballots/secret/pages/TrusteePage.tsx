import type { Locale } from '#kernel/i18n'
import { Notice, Page } from '#kernel/ui'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { ST } from '../locales.ts'
import type { Guards, Trustee } from '../queries/guards.ts'
import { isShared } from '../rules/ceremony.ts'
import { PartButton } from './PartButton.tsx'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly ballot: Ballot
  readonly guards: Guards
  readonly trustee: Trustee
  readonly linkKey: string
}

/** The page of one trustee: making the key, and later opening the count with it. */
export const TrusteePage = ({ t, locale, ballot, guards, trustee, linkKey }: Props) => {
  const path = `/votes/${ballot.id}/secret/gardien`
  return (
    <Page
      title={t('trustee.title')}
      kicker={ballot.title}
      breadcrumb={crumbs(words(locale), ballot)}
      lead={t('trustee.lead', { name: trustee.name })}
    >
      <p class="soft">{t('booth.script')}</p>
      <trustee-desk
        hidden
        data-state={`${path}/etat?cle=${linkKey}`}
        data-to={`${path}/etapes`}
        data-decrypt={`${path}/ouverture`}
        data-key={linkKey}
        data-uuid={guards.electionName}
        data-kind={isShared(guards) ? 'shared' : 'single'}
        data-name={`vote-${ballot.id}-${trustee.number}`}
        data-failed={t('trustee.failed')}
        data-wrongfile={t('trustee.wrongFile')}
      >
        <p data-part="said" role="alert" tabIndex={-1} hidden />
        <PartButton part="make">{t('trustee.make')}</PartButton>
        <div data-part="kept" hidden>
          <Notice kind="warning">{t('trustee.keep')}</Notice>
        </div>
        <div data-part="wait" hidden>
          <Notice>{t('trustee.waiting')}</Notice>
        </div>
        <div data-part="done" hidden>
          <Notice kind="success" title={t('trustee.done')}>
            <p>
              {t('trustee.doneText')} <code data-part="fingerprint" />
            </p>
          </Notice>
        </div>
        <div data-part="later" hidden>
          <p>{t('trustee.later')}</p>
        </div>
        <div data-part="early" hidden>
          <Notice>{t('trustee.early')}</Notice>
        </div>
        <div data-part="decrypt" hidden>
          <h2>{t('trustee.decrypt')}</h2>
          <p>{t('trustee.decryptText')}</p>
        </div>
        <div data-part="decrypted" hidden>
          <Notice kind="success" title={t('trustee.decrypted')}>
            {t('trustee.decryptedText')}
          </Notice>
        </div>
        <div data-part="file" hidden>
          <p>
            <label for="key-file">{t('trustee.file')}</label> <input class="input" id="key-file" type="file" accept=".json" />
          </p>
          <PartButton part="use">{t('trustee.continue')}</PartButton>
        </div>
      </trustee-desk>
      <script type="module" src="/votes/secret/gardien.js" />
    </Page>
  )
}
