import type { Labels, QuestionnaireDraft } from '#engines/surveys'
import { templates } from './templates.ts'

export interface InventedSurvey {
  readonly title: Labels
  readonly purpose: Labels
  readonly askedBy: string
  readonly followUp: string
  /** Part of the name of the service of the catalogue it is about. */
  readonly service: string
  readonly standing: 'open' | 'published' | 'preparing'
  readonly openedDaysAgo: number
  readonly closesInDays: number
  readonly questionnaire: QuestionnaireDraft
  readonly answers: number
  readonly seed: number
}

/** Invented surveys of an invented town. */
export const inventedSurveys: readonly InventedSurvey[] = [
  {
    title: { fr: 'De quoi avez-vous besoin à la poste ?', en: 'What do you need at the post office?' },
    purpose: {
      fr: 'La Poste propose de réduire les horaires du bureau. La commune veut savoir qui s’en sert, pour quoi, et ce qui manque, avant de répondre.',
      en: 'La Poste offers to shorten the opening hours. The commune wants to know who uses the office, for what, and what is missing, before it answers.',
    },
    askedBy: 'Service de la participation, mairie de Val-sur-Yvette',
    followUp: 'Les résultats seront publiés ici, puis présentés à La Poste et au conseil municipal de mars.',
    service: 'poste',
    standing: 'open',
    openedDaysAgo: -12,
    closesInDays: 18,
    questionnaire: templates.needs,
    answers: 180,
    seed: 7,
  },
  {
    title: { fr: 'Êtes-vous bien reçu à l’accueil de la mairie ?', en: 'Are you well received at the town hall?' },
    purpose: {
      fr: 'Savoir ce qui va et ce qui ne va pas à l’accueil, pour décider des horaires de l’an prochain.',
      en: 'To know what works and what doesn’t at the reception, before deciding next year’s opening hours.',
    },
    askedBy: 'Service de la population, mairie de Val-sur-Yvette',
    followUp: 'La municipalité décidera des horaires en bureau, et dira ici ce qu’elle a retenu.',
    service: 'accueil',
    standing: 'published',
    openedDaysAgo: -60,
    closesInDays: -22,
    questionnaire: templates.satisfaction,
    answers: 240,
    seed: 21,
  },
  {
    title: { fr: 'Quand réunir les conseils de quartier ?' },
    purpose: { fr: 'Choisir un jour et une heure où le plus de monde peut venir.' },
    askedBy: 'Service de la participation, mairie de Val-sur-Yvette',
    followUp: 'Le jour choisi sera celui que le plus de personnes ont coché.',
    service: 'conseils de quartier',
    standing: 'preparing',
    openedDaysAgo: -1,
    closesInDays: 30,
    questionnaire: templates.hours,
    answers: 0,
    seed: 1,
  },
]
