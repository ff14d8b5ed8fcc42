import { serve } from '../../main.ts'
import { type Command, Refused } from '../command.ts'
import { untilAskedToStop } from '../untilAskedToStop.ts'

export const demoServe: Command = {
  name: 'demo serve',
  hidden: true,
  summary: { fr: 'Ouvre la démonstration (npm start).', en: 'Opens the demonstration (npm start).' },
  async run(call) {
    const { config, t } = call
    if (!['127.0.0.1', 'localhost', '::1'].includes(config.hostname)) throw new Refused(t('serve.loopback'))
    return untilAskedToStop(call, 'demo.ready', () =>
      serve('demonstration', { ...config, logLevel: process.env.YVETTE_LOG_LEVEL ? config.logLevel : 'warn' }, call.tell),
    )
  },
}
