/** Who is given the link to take part remotely: everyone when the meeting is open to all, else those who sit or run it. */
export const mayJoin = (
  meeting: { readonly openTo: 'anyone' | 'members' },
  viewer: { readonly sits: boolean; readonly runs: boolean } = { sits: false, runs: false },
): boolean => meeting.openTo === 'anyone' || viewer.sits || viewer.runs
