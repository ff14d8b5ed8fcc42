import type { NewActivity } from '../forms.ts'
import type { PlaceFields } from '../place.ts'

/** The place of the demonstration: invented, but its row is valid. */
export const inventedPlace: PlaceFields = {
  nom: 'Espace public numérique du Lavoir',
  pivot: '00000000000000',
  adresse: '12 rue du Lavoir',
  complement_adresse: 'Maison des services, rez-de-chaussée',
  code_postal: '91000',
  code_insee: '',
  commune: 'Val-sur-Yvette',
  latitude: '',
  longitude: '',
  telephone: '+33199009165',
  courriels: 'espace-numerique@val-sur-yvette.exemple',
  site_web: '',
  presentation_resume:
    'Des ordinateurs, du calme et quelqu’un pour aider : à faire une démarche, à apprendre, à comprendre. Gratuit, avec ou sans rendez-vous.',
  presentation_detail: 'Créé par une mesure écrite avec les habitants.',
  fiche_acces_libre: '',
  services:
    'Aide aux démarches administratives|Maîtrise des outils numériques du quotidien|Utilisation sécurisée du numérique|Accès internet et matériel informatique',
  publics_specifiquement_adresses: '',
  prise_en_charge_specifique: 'Handicaps moteurs|Illettrisme',
  frais_a_charge: 'Gratuit',
  dispositif_programmes_nationaux: 'Conseillers numériques|Aidants Connect',
  modalites_acces: 'Se présenter|Téléphoner|Prendre un RDV en ligne',
  modalites_accompagnement: 'En autonomie|Accompagnement individuel|Dans un atelier collectif',
  itinerance: 'Fixe',
  typologie: 'COMMUNE',
}

/** Opening hours of the space, then the times when its facilitator receives. */
export const inventedHours = {
  space: [
    { days: 'TU,TH', starts: '14:00', minutes: 240 },
    { days: 'WE', starts: '09:30', minutes: 180 },
    { days: 'WE', starts: '14:00', minutes: 240 },
    { days: 'FR', starts: '14:00', minutes: 300 },
    { days: 'SA', starts: '09:30', minutes: 180 },
  ],
  facilitator: [
    { days: 'TU,FR', starts: '14:00', minutes: 180 },
    { days: 'WE', starts: '09:30', minutes: 180 },
  ],
} as const

export const inventedThings = [
  {
    kind: 'seat',
    name: 'Poste 1, grand écran',
    description: 'Près de la fenêtre, avec un numériseur.',
    equipment: ['large-screen', 'scanner'],
  },
  {
    kind: 'seat',
    name: 'Poste 2, accessible',
    description: 'On y passe avec un fauteuil ; tout se règle en hauteur.',
    equipment: ['adjustable-desk', 'large-screen', 'screen-reader', 'large-keyboard'],
  },
  { kind: 'seat', name: 'Poste 3', description: '', equipment: ['headset'] },
  {
    kind: 'seat',
    name: 'La pièce calme',
    description: 'Pour un entretien ou une consultation à distance, porte fermée.',
    equipment: ['quiet-room', 'webcam', 'headset'],
  },
  { kind: 'loan', name: 'Ordinateur portable n° 1', description: 'Avec une suite bureautique libre, et sa souris.', equipment: [] },
  { kind: 'loan', name: 'Clé 4G n° 1', description: 'Une connexion pour une maison qui n’en a pas. 20 Go.', equipment: [] },
  { kind: 'loan', name: 'Tablette à gros boutons', description: 'Pour appeler ses proches en images.', equipment: [] },
] as const

export const inventedWorkshops = [
  {
    name: 'Mes premiers pas à la souris',
    level: 'debutant',
    needs: '',
    description: 'Allumer, cliquer, écrire. À son rythme, autour d’un café.',
    inDays: 4,
    capacity: 3,
  },
  {
    name: 'Reconnaître un message frauduleux',
    level: 'intermediaire',
    needs: 'Votre téléphone, et un message qui vous a fait douter.',
    description: 'Des vrais exemples, regardés ensemble ; ce qu’il faut faire quand on a cliqué.',
    inDays: 9,
    capacity: 8,
  },
  {
    name: 'Trier et sauvegarder ses photos',
    level: 'intermediaire',
    needs: 'Votre téléphone chargé, avec son câble.',
    description: 'Choisir, ranger, garder ailleurs que dans son téléphone.',
    inDays: 17,
    capacity: 8,
  },
] as const

type Told = Pick<NewActivity, 'topics' | 'minutes' | 'autonomy' | 'ageBand'>
/** What comes back most often at the desk. */
export const inventedActivities: readonly Told[] = [
  {
    topics: ['aide_aux_demarches_administratives', 'transports_mobilite'],
    minutes: 45,
    autonomy: 'entierement_accompagne',
    ageBand: '60_69',
  },
  { topics: ['email'], minutes: 30, autonomy: 'partiellement_autonome', ageBand: '70_plus' },
  {
    topics: ['aide_aux_demarches_administratives', 'argent_impots'],
    minutes: 40,
    autonomy: 'entierement_accompagne',
    ageBand: 'non_communique',
  },
  { topics: ['prendre_en_main_du_materiel'], minutes: 30, autonomy: 'partiellement_autonome', ageBand: '70_plus' },
  {
    topics: ['sante', 'aide_aux_demarches_administratives', 'social_sante'],
    minutes: 35,
    autonomy: 'entierement_accompagne',
    ageBand: '70_plus',
  },
  { topics: ['insertion_professionnelle', 'bureautique'], minutes: 60, autonomy: 'partiellement_autonome', ageBand: '25_39' },
  { topics: ['securite_numerique'], minutes: 20, autonomy: 'autonome', ageBand: '40_59' },
  { topics: ['navigation_sur_internet'], minutes: 30, autonomy: 'autonome', ageBand: 'non_communique' },
  { topics: ['aide_aux_demarches_administratives', 'logement'], minutes: 50, autonomy: 'entierement_accompagne', ageBand: '40_59' },
  { topics: ['scolarite_et_numerique'], minutes: 30, autonomy: 'partiellement_autonome', ageBand: '25_39' },
]
