export { emptyForm, parseForm, refuseField, type Form, type FormValues, type Submission } from './form.ts'
export { requiredText, optionalText, oneOf, checkbox, day, email, manyOf, wholeNumber } from './fields.ts'
