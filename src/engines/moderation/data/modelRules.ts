/** What a commune that has published nothing yet applies: version 1 of its rules, which it can replace at any time. */
export const modelRules = {
  introduction:
    'Ici, on discute des idées, pas des personnes. Nous masquons le moins possible, toujours en citant une de ces règles et en expliquant pourquoi. Ce qui est masqué reste signalé à sa place, et son auteur peut demander une seconde lecture, faite par une autre personne.',
  rules: [
    {
      number: 1,
      title: 'Respecter les personnes',
      detail: 'Pas d’insulte, de menace ni de mise en cause d’une personne privée. On peut critiquer une décision, même vivement.',
    },
    {
      number: 2,
      title: 'Rien que la loi interdit',
      detail: 'Pas d’appel à la haine ou à la violence, de discrimination, de diffamation ni d’atteinte aux mineurs.',
    },
    {
      number: 3,
      title: 'Protéger la vie privée',
      detail: 'Pas d’adresse, de téléphone, d’état de santé ni d’autre fait privé sur quelqu’un, ni sur vous-même.',
    },
    { number: 4, title: 'Rester dans le sujet', detail: 'Un propos sans rapport avec la page est masqué, avec l’adresse où le dire.' },
    { number: 5, title: 'Pas de publicité ni de répétition', detail: 'Pas de message commercial, ni le même texte publié partout.' },
    {
      number: 6,
      title: 'Parler en son nom',
      detail: 'Ne pas se faire passer pour quelqu’un d’autre. Une association ou une entreprise le dit.',
    },
  ],
}
