import { By, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export const RemarkPage = ({ t, remark }: { t: T; remark: { text: string; writtenAt: string; author: string | null } }) => (
  <Page
    title={t('remark.title', { author: remark.author ?? t('remark.somebody') })}
    breadcrumb={[{ href: '/example', label: t('example.title') }]}
  >
    <p>{remark.text}</p>
    <By name={remark.author} at={remark.writtenAt} />
  </Page>
)
