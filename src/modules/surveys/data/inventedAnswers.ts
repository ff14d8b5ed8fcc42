import { type Answer, type Answers, type Channel, codesOf, holds, type Question, type Questionnaire } from '#engines/surveys'

/** Invented answers, the same for the same seed: the younger wait with less patience, and answer less. */
export const inventedAnswers = (
  questionnaire: Questionnaire,
  count: number,
  seed: number,
): readonly { readonly answers: Answers; readonly channel: Channel; readonly day: number }[] => {
  const draw = numbersFrom(seed)
  return Array.from({ length: count }, () => {
    const answers: Answers = {}
    const mood = draw()
    for (const section of questionnaire.sections) {
      for (const question of section.questions) {
        if (!holds(section.showIf, answers) || !holds(question.showIf, answers)) continue
        if (!question.required && draw() < (question.kind === 'long' || question.kind === 'short' ? 0.8 : 0.06)) continue
        const answer = invent(question, draw, mood)
        if (answer !== undefined) answers[question.code] = answer
      }
    }
    const at = draw()
    const channel: Channel = at < 0.62 ? 'screen' : at < 0.9 ? 'counter' : 'phone'
    return { answers, channel, day: 1 + Math.floor(draw() * 40) }
  })
}

const invent = (question: Question, draw: () => number, mood: number): Answer | undefined => {
  const codes = codesOf(question)
  const point = (points: number) =>
    draw() < 0.04 ? 'unsure' : 1 + Math.min(points - 1, Math.floor((mood * 0.6 + draw() * 0.4 + 0.1) * points))
  switch (question.kind) {
    case 'one':
      return question.dimension === 'age'
        ? unevenly(codes, [0.07, 0.19, 0.3, 0.32, 0.12], draw)
        : codes[Math.floor(draw() ** 1.4 * codes.length)]
    case 'many':
      return nonEmpty(
        codes.filter(code => code !== 'other' && draw() < 0.4),
        question.atMost,
      )
    case 'ranking':
      return nonEmpty(shuffled(codes, draw), question.places)
    case 'scale':
      return point(question.points)
    case 'grid':
      return Object.fromEntries(question.rows.map(row => [row.code, point(question.points)]))
    case 'short':
    case 'long':
      return words[Math.floor(draw() * words.length)]
    default:
      return undefined
  }
}

const nonEmpty = (codes: readonly string[], atMost = codes.length) => (codes.length === 0 ? undefined : codes.slice(0, atMost))
const shuffled = (codes: readonly string[], draw: () => number) =>
  codes
    .map(code => ({ code, at: draw() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ code }) => code)
const unevenly = (codes: readonly string[], parts: readonly number[], draw: () => number) => {
  let left = draw()
  return codes.find((_, at) => (left -= parts[at] ?? 0) < 0) ?? codes.at(-1)
}

const words = [
  'Ouvrir plus tard un soir par semaine, pour celles et ceux qui travaillent.',
  'Les marches sont difficiles avec une poussette.',
  'Très bon accueil de Mme Durand, mais trop d’attente le lundi.',
  'Un distributeur de tickets éviterait de rester debout.',
  'Je ne savais pas qu’on pouvait prendre rendez-vous.',
  'Gardez un guichet avec une vraie personne.',
  'Les papiers demandés ne sont pas les mêmes d’une fois à l’autre.',
  'Le samedi matin, ce serait bien.',
]

/** Numbers from 0 to 1 out of a seed (mulberry32): the demonstration is the same everywhere. */
const numbersFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
