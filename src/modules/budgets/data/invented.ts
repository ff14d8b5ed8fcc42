import type { CastName } from '#kernel/demonstration'
import type { LineKind, StudyOutcome } from '../rules/terms.ts'

/** The invented town on its river: a few places everyone knows, and the lines that draw it. */
export const inventedPlaces: readonly (readonly [name: string, latitude: number, longitude: number])[] = [
  ['Mairie', 48.6985, 2.182],
  ['Gare', 48.6952, 2.1885],
  ['Lavoir', 48.7012, 2.1915],
  ['École du Plateau', 48.7072, 2.1745],
  ['Parc de la Prairie', 48.6993, 2.1726],
  ['Gymnase Chabrat', 48.7055, 2.1862],
  ['Hameau des Vaux', 48.6921, 2.1664],
  ['Halle du marché', 48.6973, 2.1858],
]
export const inventedLines: readonly {
  readonly kind: LineKind
  readonly name: string
  readonly points: readonly (readonly [number, number])[]
}[] = [
  {
    kind: 'limit',
    name: '',
    points: [
      [48.7105, 2.1655],
      [48.7112, 2.1795],
      [48.7095, 2.1935],
      [48.7038, 2.2005],
      [48.6962, 2.199],
      [48.6905, 2.1905],
      [48.6888, 2.1765],
      [48.6902, 2.1622],
      [48.6972, 2.1592],
      [48.7048, 2.1602],
    ],
  },
  {
    kind: 'river',
    name: 'L’Yvette',
    points: [
      [48.6965, 2.1594],
      [48.6988, 2.1655],
      [48.6978, 2.1712],
      [48.7006, 2.1775],
      [48.7002, 2.1845],
      [48.7024, 2.191],
      [48.7015, 2.2],
    ],
  },
  {
    kind: 'railway',
    name: '',
    points: [
      [48.6925, 2.1606],
      [48.6938, 2.1722],
      [48.6944, 2.1835],
      [48.6955, 2.191],
      [48.6985, 2.1995],
    ],
  },
  {
    kind: 'road',
    name: '',
    points: [
      [48.711, 2.173],
      [48.7048, 2.1768],
      [48.6988, 2.182],
      [48.695, 2.1886],
      [48.6906, 2.1912],
    ],
  },
]

export interface InventedIdea {
  readonly title: string
  readonly text: string
  readonly sector: string
  readonly place: string
  readonly at?: readonly [number, number]
  readonly by: CastName
  readonly daysAgo: number
  readonly study?: {
    readonly outcome: StudyOutcome
    readonly reason: string
    readonly saidAs: string
    readonly lines?: readonly (readonly [label: string, euros: number])[]
    readonly daysAgo: number
  }
  readonly messages?: readonly { readonly by: CastName; readonly daysAgo: number; readonly text: string }[]
  /** Share of the voters of each district who choose it, in the order Bourg, Lavoir, Plateau, Les Hameaux. */
  readonly liked?: readonly [number, number, number, number]
}

const roads = 'Services techniques, voirie'
const parks = 'Services techniques, espaces verts'

/** The finished budget: 60,000 € and thirteen ideas, two of which are not put to the vote. */
export const finishedIdeas: readonly InventedIdea[] = [
  {
    title: 'Refaire les jeux du square de la Mairie',
    text: 'Les jeux ont vingt ans et la balançoire est condamnée.\n\nDes jeux neufs, dont deux pour les enfants en fauteuil, sur un sol souple.',
    sector: 'Bourg',
    place: 'Square de la Mairie',
    at: [48.6989, 2.1812],
    by: 'sophie',
    daysAgo: 395,
    study: {
      outcome: 'admissible',
      reason: 'Le terrain est communal et les réseaux sont à l’écart. Les jeux inclusifs sont au catalogue de deux fabricants.',
      saidAs: parks,
      lines: [
        ['Quatre jeux, dont deux inclusifs', 15500],
        ['Sol souple', 5000],
        ['Dépose des anciens jeux', 1500],
      ],
      daysAgo: 330,
    },
    liked: [0.86, 0.3, 0.12, 0.1],
  },
  {
    title: 'Éclairer et fleurir la rue de la Halle',
    text: 'Le samedi soir d’hiver, on marche dans le noir entre la halle et la gare.\n\nDes lampes basses, orientées vers le sol, et des bacs entretenus par les riverains.',
    sector: 'Bourg',
    place: 'Rue de la Halle',
    at: [48.6966, 2.1868],
    by: 'karim',
    daysAgo: 392,
    study: {
      outcome: 'admissible',
      reason: 'Neuf points lumineux suffisent, éteints de minuit à cinq heures. Les bacs sont fournis, l’entretien revient aux riverains.',
      saidAs: roads,
      lines: [
        ['Neuf lampes et leur raccordement', 16200],
        ['Bacs et plantes', 2800],
      ],
      daysAgo: 328,
    },
    liked: [0.8, 0.22, 0.1, 0.14],
  },
  {
    title: 'Un kiosque pour la place du marché',
    text: 'Un toit pour la musique, les lectures et l’ombre de l’été. Il abriterait aussi la file du marché quand il pleut.',
    sector: 'Bourg',
    place: 'Place du marché',
    at: [48.6977, 2.1849],
    by: 'amina',
    daysAgo: 390,
    study: {
      outcome: 'admissible',
      reason: 'Possible en bois, démontable, hors de la zone inondable. L’architecte des bâtiments de France a donné un avis de principe.',
      saidAs: roads,
      lines: [
        ['Kiosque en bois, 25 m²', 14000],
        ['Fondations légères', 1000],
      ],
      daysAgo: 322,
    },
    liked: [0.74, 0.28, 0.2, 0.16],
  },
  {
    title: 'Une traversée sûre devant l’école du Plateau',
    text: 'À la sortie de l’école, les voitures vont vite et le trottoir est étroit.\n\nUn plateau surélevé, un passage piéton et une barrière devant le portail.',
    sector: 'Plateau',
    place: 'Devant l’école du Plateau',
    at: [48.7069, 2.1752],
    by: 'louis',
    daysAgo: 394,
    study: {
      outcome: 'admissible',
      reason: 'La rue est communale. Le comptage de mai a relevé une vitesse moyenne de 41 km/h à la sortie de l’école.',
      saidAs: roads,
      lines: [
        ['Plateau surélevé', 7800],
        ['Marquage et barrière', 1200],
      ],
      daysAgo: 326,
    },
    messages: [
      { by: 'louis', daysAgo: 340, text: 'Les parents d’élèves peuvent tenir la barrière aux heures de sortie le temps des travaux.' },
      {
        by: 'marc',
        daysAgo: 336,
        text: 'Merci. Les travaux peuvent se faire pendant les vacances de la Toussaint : deux semaines suffisent.',
      },
    ],
    liked: [0.1, 0.14, 0.88, 0.18],
  },
  {
    title: 'Des arbres fruitiers le long du chemin du Plateau',
    text: 'Quarante pommiers, poiriers et cerisiers, que chacun peut cueillir. Les Jardins du Lavoir apprennent à les tailler.',
    sector: 'Plateau',
    place: 'Chemin du Plateau',
    at: [48.7092, 2.1815],
    by: 'mathilde',
    daysAgo: 388,
    study: {
      outcome: 'admissible',
      reason: 'Le sol est bon. Quarante arbres en racines nues, tuteurs et protections ; l’arrosage est assuré deux étés.',
      saidAs: parks,
      lines: [
        ['Quarante arbres et leurs tuteurs', 3200],
        ['Arrosage pendant deux étés', 1800],
      ],
      daysAgo: 320,
    },
    liked: [0.22, 0.34, 0.7, 0.3],
  },
  {
    title: 'Un abri à vélos fermé à la gare',
    text: 'Trente places fermées, avec des prises pour les vélos électriques. Aujourd’hui on attache son vélo à la grille.',
    sector: 'Bourg',
    place: 'Parvis de la gare',
    at: [48.6949, 2.1893],
    by: 'jeanne',
    daysAgo: 386,
    study: {
      outcome: 'admissible',
      reason: 'La commune loue le terrain à la compagnie ferroviaire. Le contrôle d’accès est celui des écoles.',
      saidAs: roads,
      lines: [
        ['Abri de trente places', 13500],
        ['Prises et accès', 4500],
      ],
      daysAgo: 318,
    },
    liked: [0.36, 0.4, 0.42, 0.22],
  },
  {
    title: 'Remettre l’eau au lavoir',
    text: 'Le lavoir est à sec depuis 2015. Curer le canal et refaire la vanne suffit : c’est le plus bel endroit du quartier.',
    sector: 'Lavoir',
    place: 'Le Lavoir',
    at: [48.7016, 2.1922],
    by: 'mathilde',
    daysAgo: 391,
    study: {
      outcome: 'admissible',
      reason: 'Le syndicat de rivière a donné son accord pour un débit de deux litres par seconde. Le curage se fait à l’automne.',
      saidAs: parks,
      lines: [
        ['Curage du canal', 3600],
        ['Vanne', 2400],
      ],
      daysAgo: 324,
    },
    liked: [0.2, 0.84, 0.16, 0.12],
  },
  {
    title: 'Des bancs à l’ombre, tous les deux cents mètres',
    text: 'Vingt bancs avec accoudoirs sur les chemins qui mènent aux commerces, au centre de santé et à la gare.',
    sector: 'Toute la commune',
    place: 'Chemins vers les commerces',
    by: 'jeanne',
    daysAgo: 384,
    study: {
      outcome: 'admissible',
      reason: 'Vingt bancs en bois local. Chaque place a été vérifiée avec l’association des aînés : 1,40 m de passage reste libre.',
      saidAs: parks,
      lines: [
        ['Vingt bancs', 6400],
        ['Pose', 1600],
      ],
      daysAgo: 316,
    },
    liked: [0.44, 0.46, 0.4, 0.38],
  },
  {
    title: 'Une navette du samedi pour les Hameaux',
    text: 'Huit passages le samedi entre le hameau des Vaux, le marché et la gare, pendant un an, pour voir.',
    sector: 'Les Hameaux',
    place: 'Hameau des Vaux',
    at: [48.6925, 2.1671],
    by: 'karim',
    daysAgo: 382,
    study: {
      outcome: 'admissible',
      reason: 'Minibus de la commune, conduit par un chauffeur recruté pour un an. Au bout d’un an, l’essai est évalué.',
      saidAs: 'Services techniques, déplacements',
      lines: [
        ['Chauffeur, 50 samedis', 3000],
        ['Carburant et affichage', 900],
      ],
      daysAgo: 314,
    },
    liked: [0.08, 0.1, 0.06, 0.9],
  },
  {
    title: 'Un terrain de pétanque éclairé au gymnase',
    text: 'Six pistes et deux lampes sur minuterie derrière le gymnase Chabrat.',
    sector: 'Plateau',
    place: 'Derrière le gymnase Chabrat',
    at: [48.7059, 2.1874],
    by: 'louis',
    daysAgo: 380,
    study: {
      outcome: 'admissible',
      reason: 'Le terrain est plat et communal. Les lampes s’éteignent à 22 h.',
      saidAs: parks,
      lines: [
        ['Six pistes', 6300],
        ['Deux lampes', 2700],
      ],
      daysAgo: 312,
    },
    liked: [0.14, 0.12, 0.36, 0.1],
  },
  {
    title: 'Une borne d’eau fraîche au parc de la Prairie',
    text: 'Une fontaine à boire, avec un remplissage pour les gourdes et une écuelle pour les chiens.',
    sector: 'Bourg',
    place: 'Parc de la Prairie',
    at: [48.6997, 2.1735],
    by: 'helene',
    daysAgo: 379,
    study: {
      outcome: 'admissible',
      reason: 'Le réseau d’eau passe à huit mètres.',
      saidAs: parks,
      lines: [['Fontaine et raccordement', 4000]],
      daysAgo: 310,
    },
    liked: [0.4, 0.28, 0.22, 0.24],
  },
  {
    title: 'Passer la route départementale à 30 km/h',
    text: 'La traversée du bourg est dangereuse : on demande 30 km/h sur toute la départementale.',
    sector: 'Bourg',
    place: 'Route départementale',
    at: [48.6962, 2.1848],
    by: 'sophie',
    daysAgo: 378,
    study: {
      outcome: 'inadmissible',
      reason:
        'La route appartient au département : la commune ne peut pas y dépenser ce budget. La demande lui a été envoyée le jour même, et sa réponse sera publiée.',
      saidAs: 'Direction générale des services',
      daysAgo: 308,
    },
  },
  {
    title: 'Une piscine d’été dans la prairie',
    text: 'Un bassin de vingt-cinq mètres ouvert de juin à septembre.',
    sector: 'Bourg',
    place: 'Parc de la Prairie',
    by: 'karim',
    daysAgo: 376,
    study: {
      outcome: 'inadmissible',
      reason: 'Coût estimé à plus de deux millions d’euros, pour une enveloppe de 60 000 €. La prairie est de plus en zone inondable.',
      saidAs: 'Direction générale des services',
      daysAgo: 306,
    },
  },
]

/** The budget that collects ideas now. */
export const gatheredIdeas: readonly InventedIdea[] = [
  {
    title: 'Un composteur partagé par quartier',
    text: 'Quatre composteurs de deux mètres cubes, tenus par des référents, à moins de cinq minutes à pied de chez soi.',
    sector: 'Toute la commune',
    place: 'Une place par quartier',
    by: 'mathilde',
    daysAgo: 16,
    messages: [{ by: 'louis', daysAgo: 12, text: 'Je veux bien être référent sur le Plateau.' }],
  },
  {
    title: 'Une bibliothèque d’objets à la Maison des associations',
    text: 'On emprunte une perceuse, une tente ou une machine à raclette au lieu de les acheter. Ouverte le samedi matin.',
    sector: 'Bourg',
    place: 'Maison des associations',
    at: [48.6979, 2.1805],
    by: 'amina',
    daysAgo: 14,
    study: {
      outcome: 'admissible',
      reason: 'La salle est libre le samedi. Étagères, logiciel de prêt et premier achat d’objets.',
      saidAs: 'Vie associative',
      lines: [
        ['Étagères et caisses', 1800],
        ['Cent objets', 4200],
      ],
      daysAgo: 4,
    },
  },
  {
    title: 'Rendre la passerelle du Lavoir franchissable en fauteuil',
    text: 'Deux marches empêchent d’y passer. Une rampe de chaque côté suffirait.',
    sector: 'Lavoir',
    place: 'Passerelle du Lavoir',
    at: [48.7009, 2.1904],
    by: 'jeanne',
    daysAgo: 11,
    study: {
      outcome: 'to-adapt',
      reason:
        'La pente d’une rampe droite serait trop forte. Une rampe à deux volées tient côté prairie : pouvez-vous dire si un seul côté praticable vous convient ?',
      saidAs: 'Services techniques, voirie',
      daysAgo: 3,
    },
    messages: [{ by: 'jeanne', daysAgo: 2, text: 'Oui, à condition que le chemin de l’autre côté soit refait en dur.' }],
  },
  {
    title: 'Des nichoirs et des abris à insectes dans les parcs',
    text: 'Cinquante nichoirs et dix abris, construits avec les écoles.',
    sector: 'Toute la commune',
    place: 'Parc de la Prairie',
    at: [48.6994, 2.173],
    by: 'louis',
    daysAgo: 9,
  },
  {
    title: 'Une salle pour répéter la musique sous le gymnase',
    text: 'Un ancien vestiaire de trente mètres carrés, isolé, avec une batterie à demeure. On réserve par créneau de deux heures.',
    sector: 'Plateau',
    place: 'Gymnase Chabrat',
    at: [48.7052, 2.1858],
    by: 'nour',
    daysAgo: 6,
  },
]

/** A small budget in its vote: what the youngest asked for. */
export const votedIdeas: readonly InventedIdea[] = [
  {
    title: 'Une tyrolienne au parc de la Prairie',
    text: 'Trente mètres, départ bas, pour les plus de six ans.',
    sector: '',
    place: 'Parc de la Prairie',
    at: [48.6991, 2.172],
    by: 'sophie',
    daysAgo: 70,
    study: {
      outcome: 'admissible',
      reason: 'Terrain plat, sol naturel suffisant.',
      saidAs: parks,
      lines: [['Tyrolienne posée', 7800]],
      daysAgo: 30,
    },
  },
  {
    title: 'Des tables de ping-pong au Plateau',
    text: 'Deux tables en béton à côté de l’école, avec de la place autour pour jouer en fauteuil.',
    sector: '',
    place: 'École du Plateau',
    at: [48.7075, 2.1738],
    by: 'louis',
    daysAgo: 68,
    study: {
      outcome: 'admissible',
      reason: 'Deux dalles existent déjà.',
      saidAs: parks,
      lines: [['Deux tables posées', 3600]],
      daysAgo: 29,
    },
  },
  {
    title: 'Un mur d’escalade contre le gymnase',
    text: 'Huit mètres de long, prises basses, tapis fixes.',
    sector: '',
    place: 'Gymnase Chabrat',
    at: [48.7058, 2.1855],
    by: 'karim',
    daysAgo: 66,
    study: {
      outcome: 'admissible',
      reason: 'Le mur porte ; contrôle annuel prévu.',
      saidAs: parks,
      lines: [['Mur et tapis', 5400]],
      daysAgo: 28,
    },
  },
  {
    title: 'Un cinéma de plein air, trois soirs d’été',
    text: 'Sur la prairie, trois vendredis de juillet, films choisis par les classes.',
    sector: '',
    place: 'Parc de la Prairie',
    at: [48.6999, 2.1741],
    by: 'amina',
    daysAgo: 64,
    study: {
      outcome: 'admissible',
      reason: 'Location de l’écran et droits des films compris.',
      saidAs: 'Culture',
      lines: [
        ['Écran et son, trois soirs', 3000],
        ['Droits des films', 900],
      ],
      daysAgo: 27,
    },
  },
]
