import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'because.author': 'because you wrote it',
  'because.supporter': 'because you supported it',
  'because.member': 'because you are a member of the working group',
  'because.follower': 'because you follow this subject',
  'follow.follow': 'Follow this subject',
  'follow.leave': 'Stop following this subject',
  'follow.following': 'You follow this subject: you will receive news at each step.',
  'letter.subjectOne': '{commune}: {title}',
  'letter.subjectMany': '{commune}: {n, plural, one {# piece of news} other {# pieces of news}}',
  'letter.hello': 'Hello {name},',
  'letter.lead': 'Here is what happened on the subjects you care about.',
  'letter.why': 'You receive this {because}.',
  'letter.more': '{n, plural, one {And one more piece of news} other {And # more pieces of news}}: {url}',
  'letter.rhythm': 'Choose when you receive these letters: {url}',
  'letter.leaveSubject': 'No more news of this subject: {url}',
  'letter.leaveAll': 'No more of these letters: {url}',
}
