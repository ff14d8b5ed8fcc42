import { defineWords } from '#kernel/i18n'

export const words = defineWords({
  fr: {
    title: 'L’environnement ne permet pas de démarrer. À corriger :',
    PORT: 'un numéro de port entre 1 et 65535 (3000 par défaut)',
    YVETTE_TRUSTED_PROXIES: 'le nombre de serveurs mandataires devant Yvette, de 0 à 5 (0 par défaut)',
    YVETTE_LOG_LEVEL: 'silent, error, warn, info ou debug (info par défaut)',
    PROCONNECT_SIRETS: 'des numéros SIRET de 14 chiffres, séparés par des virgules',
    DATABASE_URL: 'une adresse comme postgresql://utilisateur:motdepasse@serveur:5432/yvette',
    YVETTE_SMTP_URL: 'une adresse comme smtps://utilisateur:motdepasse@serveur:465',
    YVETTE_MAIL_FROM: 'l’adresse d’expédition, comme participation@ville.fr',
    YVETTE_URL: 'l’adresse publique du site, sans chemin, comme https://participer.ville.fr',
    web: 'une adresse en https://',
    other: 'une valeur est attendue',
    with: 'manque, alors que les réglages qui vont avec sont donnés',
  },
  en: {
    title: 'The environment does not let Yvette start. Please correct:',
    PORT: 'a port number between 1 and 65535 (3000 by default)',
    YVETTE_TRUSTED_PROXIES: 'how many proxies stand before Yvette, from 0 to 5 (0 by default)',
    YVETTE_LOG_LEVEL: 'silent, error, warn, info or debug (info by default)',
    PROCONNECT_SIRETS: 'SIRET numbers of 14 digits, separated by commas',
    DATABASE_URL: 'an address like postgresql://user:password@server:5432/yvette',
    YVETTE_SMTP_URL: 'an address like smtps://user:password@server:465',
    YVETTE_MAIL_FROM: 'the sender’s address, like participation@ville.fr',
    YVETTE_URL: 'the public address of the site, without a path, like https://participer.ville.fr',
    web: 'an address in https://',
    other: 'a value is expected',
    with: 'is missing, although the settings that go with it are given',
  },
})
