/** What people are told. `letter.*` is its name in a file; `mail.*` its subject and its text. */
export const letters = {
  'letter.applied': 'Application received',
  'letter.published': 'List published',
  'letter.waits': 'Result of the draw: waiting list',
  'letter.offered': 'Plot offered',
  'letter.expired': 'Offer ended',
  'letter.signed': 'Agreement signed',
  'letter.visited': 'Report of a visit',
  'letter.reminder': 'Reminder',
  'letter.notice': 'Formal notice',
  'letter.release': 'Decision to release',
  'letter.cured': 'Plot looked after, end of the procedure',
  'letter.upheld': 'Objection upheld',
  'letter.dismissed': 'Objection dismissed',
  'letter.released': 'Plot released',
  'letter.returned': 'Plot given back',
  'letter.ending': 'End of season',
  'letter.title': 'Letter',
  'letter.when': 'Written on',
  'letter.how': 'How',
  'channel.waiting': 'being prepared',
  'channel.mail': 'by e-mail',
  'channel.paper': 'on paper, to be handed over',
  'channel.handed': 'on paper, handed over on {date}',
  'mail.hello': 'Hello {name},',
  'mail.foot': 'Your file: {url}\nShared gardens of {town}',
  'mail.applied': 'Your application for a plot has number {number}',
  'mail.appliedText':
    'We received your application for a plot. It has number {number}. You may correct it until {closesOn}. The draw is on {drawOn}.',
  'mail.published': 'The list of applications for a plot is published',
  'mail.publishedText':
    'The list of applications is published without names. You are “{pseudonym}” in it, priority {tier}. The public draw is on {drawOn}.',
  'mail.waits': 'You are number {rank} on the waiting list',
  'mail.waitsText':
    'None of the free plots that suited you was left at your rank. You are number {rank} on the waiting list. If a plot comes free, it will be offered to you in turn.',
  'mail.offered': 'Plot {plot} is offered to you',
  'mail.offeredText':
    'Plot {plot} ({garden}) is offered to you. Read the agreement and sign it, or decline, by {answerBy} included. After that day, it will be offered to the next person.',
  'mail.expired': 'The offer of plot {plot} has ended',
  'mail.expiredText':
    'We did not receive your answer about plot {plot} ({garden}). It is offered to the next person. If you could not answer, write to us: a person will look.',
  'mail.signed': 'Agreement signed for plot {plot}',
  'mail.signedText':
    'You signed the agreement for plot {plot} ({garden}). Fee of the season: {amount}. Deposit: {deposit}. Payment is at the town hall; the computation is in your file.',
  'mail.visited': 'Visit of plot {plot}',
  'mail.visitedText': 'A steward visited plot {plot} ({garden}). What they wrote: {state}. {note}',
  'mail.reminder': 'Reminder about plot {plot}',
  'mail.reminderText':
    'Plot {plot} ({garden}) is no longer looked after. {reason}\n\nPlease cultivate it again by {dueOn} included. Something prevents you? Tell us: you may object to this reminder until that day.',
  'mail.notice': 'Formal notice about plot {plot}',
  'mail.noticeText':
    'Despite the reminder, plot {plot} ({garden}) is not looked after. {reason}\n\nYou have until {dueOn} included to cultivate it again. You may object until that day; somebody else will answer you.',
  'mail.release': 'Release of plot {plot}',
  'mail.releaseText':
    'The formal notice had no effect. {reason}\n\nPlot {plot} ({garden}) will be released after {dueOn}. You may object until that day: the release then waits for somebody else’s answer.',
  'mail.cured': 'Plot {plot} is looked after again',
  'mail.curedText': 'A steward visited plot {plot} ({garden}): it is looked after. The procedure is over. Thank you! {note}',
  'mail.upheld': 'Your objection is upheld',
  'mail.upheldText': 'Your objection about plot {plot} ({garden}) is upheld; the procedure stops. {answer}',
  'mail.dismissed': 'Answer to your objection',
  'mail.dismissedText':
    'Your objection about plot {plot} ({garden}) is dismissed. {answer}\n\nThe delay of {dueOn} remains that of the step. You may turn to the mediator or to the administrative court.',
  'mail.released': 'Plot {plot} is released',
  'mail.releasedText':
    'Plot {plot} ({garden}) is released from today. Agree on a day with the steward to see the place: your deposit will be settled then.',
  'mail.returned': 'Plot {plot} is given back',
  'mail.returnedText': 'Plot {plot} ({garden}) was seen together. Deposit returned: {amount}. {note}',
  'mail.ending': 'Keep your plot next season',
  'mail.endingText': 'Your agreement runs until {until}. To keep the plot, ask for it in your file by {before} included.',
  'letter.closing': 'Closing of the garden',
  'letter.changed': 'Plot changed',
  'letter.withdrawn': 'Plot out of use',
  'mail.closing': 'The garden {garden} closes on {closesOn}',
  'mail.closingText':
    'The garden {garden} closes. Reason: {reason}. You keep plot {plot} until {closesOn} included: harvest, take your tools back. The deposit will be returned after the inspection.',
  'mail.changed': 'Your plot {plot} was changed',
  'mail.changedText':
    'The plan of the garden {garden} has changed: your plot {before} now has the number {plot}, or its place, its water or its sun is described otherwise. Its area stays the same. Look at the plan, and tell us if something is wrong.',
  'mail.withdrawn': 'Plot {plot} will no longer be given',
  'mail.withdrawnText': 'Plot {plot} ({garden}) is taken out of use. Reason: {reason}. You keep it until {until}; it will not be renewed.',
}
