import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'questions.title': 'Questions to the town hall',
  'questions.lead': 'Ask a question: the town hall owes you a signed answer, visible to all, within a delay known in advance.',
  'questions.ask': 'Ask a question',
  'questions.answers': 'See all answers awaited and given',
  'questions.empty': 'No question for now. Ask the first one: the town hall will answer you here.',
  'question.about': 'About the service:',
  'question.someone': 'somebody who left the platform',
  'question.hidden': 'Question removed by moderation',
  'new.title': 'Ask the town hall a question',
  'new.lead': 'Your question and your name will be public, like the answer. For a personal matter, write to the town hall instead.',
  'new.due': 'The town hall answers at the latest {days, plural, one {# day} other {# days}} after your question.',
  'new.question': 'Your question, in one sentence',
  'new.questionHint': 'For example: why is the fountain of the washhouse turned off in winter?',
  'new.text': 'What one must know to answer well',
  'new.textHint': 'The place, what you noticed, what you would like.',
  'new.send': 'Ask the question',
  'change.answered': 'The town hall answered: {title}',
  'home.title': 'The town hall answers you',
  'home.lead':
    '{awaited, plural, =0 {No answer awaited} one {# answer awaited} other {# answers awaited}}, of which {late, plural, =0 {none late} other {# late}}.',
  'home.more': 'All answers',
  'home.expected': '{late, plural, one {One answer is late.} other {# answers are late.}}',
}
