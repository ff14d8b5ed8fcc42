export const letters = {
  'mail.confirmed': 'Booking confirmed: {thing}',
  'mail.confirmedText':
    'Hello {name},\n\nYour booking is confirmed: {thing}, {when}.\nCode to show on arrival: {code}\n\nSee it, or cancel: {url}\n',
  'mail.asked': 'Request received: {thing}',
  'mail.askedText': 'Hello {name},\n\nYour request was received: {thing}, {when}. A person must agree; you will be told.\n\n{url}\n',
  'mail.offered': 'A place came free: {thing}',
  'mail.offeredText':
    'Hello {name},\n\nWhat you were waiting for is free: {thing}, {when}.\nIt is kept for you until {until}. Then it will be offered to the next person.\n\nAnswer: {url}\n',
  'mail.refused': 'Request refused: {thing}',
  'mail.refusedText': 'Hello {name},\n\nYour request for {thing}, {when}, was not accepted.\nReason: {reason}\n\n{url}\n',
  'mail.cancelled': 'Booking cancelled: {thing}',
  'mail.cancelledText': 'Hello {name},\n\nYour booking is cancelled: {thing}, {when}.\nReason: {reason}\n\n{url}\n',
  'mail.missed': 'Absence noted: {thing}',
  'mail.missedText':
    'Hello {name},\n\nWe did not see you at your booking: {thing}, {when}. If this is a mistake, tell the desk: it can be put right.\n\n{url}\n',
  'mail.reminder': 'Reminder: {thing}, {when}',
  'mail.reminderText':
    'Hello {name},\n\nYou booked {thing}, {when}. Code to show on arrival: {code}\nCannot come? Cancelling frees the place for somebody: {url}\n',
  'mail.suspended': 'Your bookings are suspended until {until}',
  'mail.suspendedText':
    'Hello {name},\n\nAfter {n, plural, one {one absence} other {# absences}} without notice, your bookings are suspended until {until}.\nIf something kept you away, say so here, a person will read you: {url}\n',
  'mail.ended': 'Given back: {thing}',
  'mail.endedText':
    'Hello {name},\n\n{thing}: {reason}\nThe time that was left is free for somebody else. Thank you.\n\nDetails and account: {url}\n',
}
