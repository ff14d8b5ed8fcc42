import { languageNames } from '#engines/surveys'
import { type AnyForm, Select } from '#kernel/ui'

/** In which language a survey is said; each language names itself. */
export const LanguageChoice = ({ label, language, languages }: { label: string; language: string; languages: readonly string[] }) => {
  const form: AnyForm = { values: { _language: language }, errors: {} }
  const options = languages.map(code => ({ value: code, label: languageNames[code] ?? code }))
  return <Select form={form} name="_language" label={label} options={options} />
}
