import type { Kind } from './kinds.ts'

export type OptionsRead =
  | { readonly ok: true; readonly options: readonly { readonly label: string; readonly explanation: string }[] }
  | { readonly ok: false; readonly because: 'too-few' | 'too-many' | 'twice' | 'too-long'; readonly line: number }

/** Reads options, one a line, `label | explanation`. A yes-no question has its own two. */
export const readOptions = (kind: Kind, typed: string, yesNo: readonly [string, string]): OptionsRead => {
  if (kind === 'yes-no') return { ok: true, options: yesNo.map(label => ({ label, explanation: '' })) }
  const options = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [label = '', ...rest] = line.split('|')
      return { label: label.trim(), explanation: rest.join('|').trim() }
    })
  if (options.length < 2) return { ok: false, because: 'too-few', line: 0 }
  if (options.length > 50) return { ok: false, because: 'too-many', line: 0 }
  const long = options.findIndex(one => one.label.length > 160 || one.label === '' || one.explanation.length > 500)
  if (long >= 0) return { ok: false, because: 'too-long', line: long + 1 }
  const twice = options.findIndex((one, at) => options.findIndex(other => other.label === one.label) < at)
  return twice >= 0 ? { ok: false, because: 'twice', line: twice + 1 } : { ok: true, options }
}

export const writtenOptions = (options: readonly { readonly label: string; readonly explanation: string }[]) =>
  options.map(({ label, explanation }) => (explanation === '' ? label : `${label} | ${explanation}`)).join('\n')
