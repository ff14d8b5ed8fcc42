import { serve } from '../../main.ts'
import { type Command, Refused } from '../command.ts'
import { untilAskedToStop } from '../untilAskedToStop.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: { fr: 'Ouvre le site de production.', en: 'Opens the production site.' },
  help: {
    fr: 'Aucune donnée inventée, aucune entrée sans mot de passe. Après bin/yvette init ; derrière un serveur mandataire, voir docs/operations.md.',
    en: 'No invented data, no entry without a door. After bin/yvette init; behind a proxy, see docs/operations.md.',
  },
  async run(call) {
    const { config, t } = call
    if (!config.url) throw new Refused(t('serve.noUrl'))
    const { protocol, hostname } = new URL(config.url)
    if (protocol !== 'https:' && !/^(localhost|127\.0\.0\.1|.+\.localhost)$/.test(hostname)) throw new Refused(t('serve.insecure'))
    return untilAskedToStop(call, 'serve.ready', () => serve('production', config, call.tell))
  },
}
