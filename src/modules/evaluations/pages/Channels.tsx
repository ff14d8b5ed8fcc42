import { channels as every } from '#engines/surveys'
import { Bars } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Publication } from '../schema.ts'

/** By which channel people answered. */
export const Channels = ({ t, channels }: { t: T; channels: Publication['channels'] }) => (
  <Bars title={t('service.channels')} bars={every.map(channel => ({ label: t(`channel.${channel}`), value: channels[channel] }))} />
)
