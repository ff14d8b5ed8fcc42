import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  usage: 'Usage: {line}',
  anyCommand: 'bin/yvette COMMAND',
  more: 'bin/yvette COMMAND --help says more about each.',
  environment:
    'Environment: PORT (3000), YVETTE_DATA (./data), DATABASE_URL, YVETTE_URL, YVETTE_TRUSTED_PROXIES, YVETTE_SMTP_URL…\nAll of it is described in docs/operations.md.',
  unknown: 'Unknown command: {word}',
  missing: '{name} is missing.',
  tooMany: 'One word too many: {word}',
  misused: 'An option is misused.',
  notANumber: '--{name} expects a whole number.',
  'demo.ready': 'Demonstration: {url}\nInvented commune and people. Ctrl-C to stop.',
  'serve.ready': 'Yvette answers at {url}',
  'serve.noUrl': 'Say the public address of the site: YVETTE_URL=https://participer.ville.fr (or bin/yvette init).',
  'serve.insecure': 'The public address must begin with https:// (except on localhost).',
  'serve.loopback': 'The demonstration opens without a password: it listens on this machine only (127.0.0.1).',
  'serve.busy': 'Port {port} is already taken. Choose another: PORT={next} npm start',
  'claim.foreign': 'The database “{database}” already holds something other than Yvette: choose an empty one.',
  'claim.isProduction': 'This database belongs to a real commune: the demonstration does not open it. Choose another folder with YVETTE_DATA.',
  'claim.isDemonstration': 'This database belongs to a demonstration: it cannot serve in production. Choose another folder with YVETTE_DATA.',
  'claim.empty': 'This database is empty. Begin with bin/yvette init.',
  'demo.writing': 'An invented commune is moving in…',
  stopping: 'Stopping…',
}
