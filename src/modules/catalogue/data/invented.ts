import type { Saved } from '../queries.ts'

/** Services of an invented small town. Addresses and numbers are made up: 01 99 00 is reserved for fiction. */
export type InventedService = Pick<Saved, 'name' | 'purpose' | 'audience' | 'runBy' | 'runByName' | 'place' | 'address' | 'access' | 'phone' | 'email' | 'website' | 'hoursNote' | 'question' | 'face'> & {
  /** Monday to Sunday. */
  readonly hours: readonly string[]
  readonly closedFor: { readonly in: number; readonly days: number; readonly reason: string } | null
  /** Titles of the measures about it. */
  readonly measures: readonly string[]
}

const office = ['9h-12h, 14h-17h30', '9h-12h, 14h-17h30', '9h-12h, 14h-17h30', '14h-19h', '9h-12h, 14h-17h', '9h-12h', '']
const stepFree = 'Entrée de plain-pied. Stationnement réservé devant la porte.'
const townHall = { address: '1, place de la Mairie\n91000 Val-sur-Yvette', website: '' } as const
const council = 'Un conseil d’usagers se réunit chaque trimestre ; ses comptes rendus sont publics.'

export const invented: readonly InventedService[] = [
  {
    name: 'Accueil et état civil', purpose: 'Cartes d’identité, actes, recensement, élections. On y vient aussi pour être orienté.', audience: 'Toute personne', runBy: 'commune', runByName: '',
    place: 'Mairie', ...townHall, access: `${stepFree} Boucle magnétique au guichet 1.`, phone: '01 99 00 91 00', email: 'accueil@val-sur-yvette.exemple', hoursNote: 'Sans rendez-vous le matin.',
    question: '', face: 'paper', hours: office, closedFor: { in: 12, days: 1, reason: 'formation des agents' }, measures: ['Repenser ensemble les services de proximité'],
  },
  {
    name: 'Agence postale communale', purpose: 'Courrier, colis, retraits. La commune la tient depuis la fermeture du bureau de poste.', audience: 'Toute personne', runBy: 'commune', runByName: '',
    place: 'Maison des services', address: '12, rue du Lavoir\n91000 Val-sur-Yvette', access: stepFree, phone: '01 99 00 91 04', email: 'poste@val-sur-yvette.exemple', website: '', hoursNote: '',
    question: council, face: 'post', hours: ['9h-12h', '9h-12h', '9h-12h, 14h-17h', '', '9h-12h, 14h-17h', '9h-12h30', ''], closedFor: null, measures: ['Repenser ensemble les services de proximité'],
  },
  {
    name: 'Centre communal d’action sociale', purpose: 'Aides, écoute, dossiers, soutien à domicile. Ce que vous dites reste confidentiel.', audience: 'Les habitants en difficulté, les personnes âgées ou handicapées, leurs proches', runBy: 'ccas', runByName: 'CCAS de Val-sur-Yvette',
    place: 'Mairie, rez-de-jardin', ...townHall, access: `${stepFree} Un bureau ferme pour parler au calme.`, phone: '01 99 00 91 10', email: 'ccas@val-sur-yvette.exemple', hoursNote: 'Sur rendez-vous l’après-midi. Visite à domicile possible.',
    question: 'Écrivez à la présidence du CCAS, ou posez une question publique.', face: 'solidarity', hours: ['9h-12h, 14h-17h', '9h-12h', '9h-12h, 14h-17h', '14h-17h', '9h-12h', '', ''], closedFor: null, measures: ['Vieillir chez soi', 'Le CCAS et les associations, ensemble', 'Se soigner sans renoncer'],
  },
  {
    name: 'Restauration scolaire', purpose: 'Les repas de midi des écoles maternelles et élémentaires. Menus publiés deux semaines à l’avance.', audience: 'Enfants de 3 à 11 ans et leurs familles', runBy: 'delegate', runByName: 'Les Tables réunies',
    place: 'Les quatre écoles', address: '', access: '', phone: '01 99 00 91 20', email: 'cantine@val-sur-yvette.exemple', website: '', hoursNote: 'Service de 11 h 30 à 13 h 30 les jours d’école.',
    question: 'La commission des menus réunit familles, agents et enfants chaque trimestre.', face: 'canteen', hours: ['11h30-13h30', '11h30-13h30', '', '11h30-13h30', '11h30-13h30', '', ''], closedFor: null, measures: ['Rapprocher la préparation des repas', 'La cantine au service des paysans'],
  },
  {
    name: 'Maison de la petite enfance', purpose: 'Crèche, halte-garderie et relais des assistantes maternelles.', audience: 'Enfants de moins de 4 ans', runBy: 'commune', runByName: '',
    place: 'Maison de la petite enfance', address: '3, allée des Tilleuls\n91000 Val-sur-Yvette', access: stepFree, phone: '01 99 00 91 30', email: 'petite-enfance@val-sur-yvette.exemple', website: '', hoursNote: '',
    question: 'Un conseil des parents est élu chaque automne.', face: 'childhood', hours: ['7h30-18h30', '7h30-18h30', '7h30-18h30', '7h30-18h30', '7h30-18h', '', ''], closedFor: { in: 31, days: 7, reason: 'congés d’hiver' }, measures: ['Repenser ensemble les services de proximité'],
  },
  {
    name: 'Marché du centre', purpose: 'Une trentaine d’étals, produits frais et artisans. Places d’abonnés et places tirées au sort le matin.', audience: 'Toute personne ; commerçants et producteurs', runBy: 'delegate', runByName: 'Marchés d’Île',
    place: 'Place du Marché', address: 'Place du Marché\n91000 Val-sur-Yvette', access: 'Sol plat, pavés à l’entrée nord : préférez l’entrée sud.', phone: '01 99 00 91 40', email: '', website: '', hoursNote: '',
    question: '', face: 'market', hours: ['', '', '8h-13h', '', '', '8h-13h30', ''], closedFor: null, measures: ['Reprendre le marché en main'],
  },
  {
    name: 'Bus de la vallée', purpose: 'Deux lignes régulières, et un service à la demande pour les hameaux.', audience: 'Toute personne', runBy: 'intercommunality', runByName: 'Communauté du Plateau',
    place: '', address: '', access: 'Tous les bus ont une rampe. Un arrêt sur cinq reste à mettre aux normes.', phone: '01 99 00 92 00', email: '', website: '', hoursNote: 'Horaires affichés à chaque arrêt.',
    question: 'Le comité des usagers du plateau se réunit deux fois par an.', face: 'transport', hours: ['', '', '', '', '', '', ''], closedFor: null, measures: ['Un bus pour tous les usages'],
  },
  {
    name: 'Service jeunesse', purpose: 'Activités, séjours, aide aux devoirs et projets pour les 11-14 ans et les plus grands.', audience: 'Jeunes de 11 à 17 ans', runBy: 'commune', runByName: '',
    place: 'La Fabrique', address: '8, rue des Écoles\n91000 Val-sur-Yvette', access: stepFree, phone: '01 99 00 91 50', email: 'jeunesse@val-sur-yvette.exemple', website: '', hoursNote: 'Tous les jours pendant les vacances.',
    question: 'Le conseil des jeunes choisit la moitié des activités.', face: 'culture', hours: ['', '16h-19h', '13h30-19h', '16h-19h', '16h-20h', '14h-18h', ''], closedFor: null, measures: ['Grandir en autonomie de 11 à 14 ans'],
  },
  {
    name: 'FabLab du Lavoir', purpose: 'Fabriquer et réparer : imprimante 3D, découpe laser, découpe vinyle, établis. Repair café chaque mois.', audience: 'Toute personne ; moins de 14 ans accompagnés', runBy: 'association', runByName: 'Les Bricoleurs du Lavoir, avec la commune',
    place: 'Ancien lavoir', address: '14, rue du Lavoir\n91000 Val-sur-Yvette', access: `${stepFree} Un établi à hauteur réglable.`, phone: '01 99 00 91 60', email: 'fablab@val-sur-yvette.exemple', website: '', hoursNote: 'Chaque machine demande un permis, gratuit.',
    question: 'Le comité de cogestion compte autant d’usagers que d’agents et d’élus.', face: 'workshop', hours: ['', '', '14h-18h', '18h-21h', '', '9h30-12h30', ''], closedFor: null, measures: ['Un FabLab partagé', 'Un espace public numérique municipal'],
  },
  {
    name: 'Médiathèque', purpose: 'Livres, films, jeux, presse et expositions. Livres portés à domicile sur demande.', audience: 'Toute personne', runBy: 'commune', runByName: '',
    place: 'Médiathèque', address: '2, place de la Mairie\n91000 Val-sur-Yvette', access: `${stepFree} Ascenseur, livres en grands caractères, textes enregistrés.`, phone: '01 99 00 91 70', email: 'mediatheque@val-sur-yvette.exemple', website: '', hoursNote: '',
    question: '', face: 'culture', hours: ['', '15h-19h', '10h-12h30, 14h-18h30', '', '15h-19h', '10h-18h', ''], closedFor: { in: 5, days: 2, reason: 'inventaire' }, measures: ['Solidaires entre générations'],
  },
  {
    name: 'Eau et assainissement', purpose: 'L’eau du robinet, les réseaux, les compteurs et les factures.', audience: 'Tous les foyers', runBy: 'intercommunality', runByName: 'Communauté du Plateau',
    place: '', address: '', access: '', phone: '01 99 00 92 10', email: '', website: '', hoursNote: 'Urgence jour et nuit au même numéro.', question: 'Rapport annuel débattu en conseil ; posez vos questions avant.', face: 'water',
    hours: ['9h-12h, 14h-17h', '9h-12h, 14h-17h', '9h-12h, 14h-17h', '9h-12h, 14h-17h', '9h-12h, 14h-16h', '', ''], closedFor: null, measures: ['Des bénéfices qui reviennent au service', 'Choisir la régie publique'],
  },
  {
    name: 'Conseil en rénovation', purpose: 'Un conseiller indépendant regarde avec vous votre logement, les travaux, les aides.', audience: 'Propriétaires, locataires, copropriétés', runBy: 'association', runByName: 'Agence locale de l’énergie',
    place: 'Maison des services', address: '12, rue du Lavoir\n91000 Val-sur-Yvette', access: stepFree, phone: '01 99 00 91 80', email: 'renovation@val-sur-yvette.exemple', website: '', hoursNote: 'Sur rendez-vous.',
    question: '', face: 'home', hours: ['', '', '', '14h-18h', '', '9h-12h', ''], closedFor: null, measures: ['Accompagner la rénovation des logements'],
  },
]
