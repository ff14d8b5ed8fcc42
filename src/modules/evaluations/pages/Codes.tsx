import type { Locale } from '#kernel/i18n'
import { Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { national } from '../national.ts'
import { localCode } from '../rules/questionnaireOf.ts'
import type { Campaign } from '../schema.ts'

/** Each question, its code, where it comes from, and whether it was read there. */
export const Codes = ({ t, locale, campaign }: { t: T; locale: Locale; campaign: Campaign }) => (
  <Table
    caption={t('campaign.questions')}
    hideCaption
    head={[t('campaign.question'), t('campaign.code'), t('campaign.codeSource')]}
    rows={[
      ...national.map(({ code, label, source, status }) => [label[locale], code, `${source} (${t(`campaign.${status}`)})`]),
      [t('indicator.waiting.long'), 'waiting', t('campaign.local')],
      ...campaign.questions.map((question, at) => [
        locale === 'en' && question.en !== '' ? question.en : question.fr,
        localCode(at),
        t('campaign.local'),
      ]),
    ]}
  />
)
