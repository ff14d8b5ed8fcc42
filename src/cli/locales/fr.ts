export const fr = {
  usage: 'Usage : {line}',
  anyCommand: 'bin/yvette COMMANDE',
  more: 'bin/yvette COMMANDE --help en dit plus sur chacune.',
  environment:
    'Environnement : PORT (3000), YVETTE_DATA (./data), DATABASE_URL, YVETTE_URL, YVETTE_TRUSTED_PROXIES, YVETTE_SMTP_URL…\nTout est décrit dans docs/operations.md.',
  unknown: 'Commande inconnue : {word}',
  missing: 'Il manque {name}.',
  tooMany: 'Mot en trop : {word}',
  misused: 'Option mal employée.',
  notANumber: '--{name} attend un nombre entier.',
  'demo.ready': 'Démonstration : {url}\nCommune et personnes inventées. Ctrl-C pour arrêter.',
  'serve.ready': 'Yvette répond sur {url}',
  'serve.noUrl': 'Dites l’adresse publique du site : YVETTE_URL=https://participer.ville.fr (ou bin/yvette init).',
  'serve.insecure': 'L’adresse publique doit commencer par https:// (sauf sur localhost).',
  'serve.loopback': 'La démonstration ouvre sans mot de passe : elle n’écoute que sur cette machine (127.0.0.1).',
  'serve.busy': 'Le port {port} est déjà pris. Choisissez-en un autre : PORT={next} npm start',
  stopping: 'Arrêt en cours…',
}
