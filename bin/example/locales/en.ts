export const en = {
  'example.title': 'Example',
  'example.lead': 'Say what works and what is missing: everyone can read the remarks, and the service answers.',
  'example.empty': 'No remark yet. Yours can be the first.',
  'remark.text': 'Your remark',
  'remark.hint': 'One remark a day for each person.',
  'remark.submit': 'Publish the remark',
  'remark.title': 'Remark by {author}',
  'remark.somebody': 'somebody',
  'remark.signIn': 'Sign in to write a remark.',
  'refused.already-today': 'You already left a remark today. Come back tomorrow.',
} as const
