import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../../shared/data', import.meta.url))

/** Where reference data are: YVETTE_REFERENCE_DATA, or ../shared/data beside the project. */
const folder = process.env.YVETTE_REFERENCE_DATA ? resolve(process.env.YVETTE_REFERENCE_DATA) : beside

/** The folders under `kind` that hold all of `files`; says plainly what is not there. */
export const referenceFolders = (kind: string, files: readonly string[]): { name: string; path: string }[] => {
  const root = `${folder}/${kind}`
  if (!existsSync(root)) {
    console.warn(`NOT CHECKED: no reference data in ${root} (set YVETTE_REFERENCE_DATA).`)
    return []
  }
  return readdirSync(root)
    .sort()
    .map(name => ({ name, path: `${root}/${name}` }))
    .filter(({ name, path }) => {
      const missing = files.filter(file => !existsSync(`${path}/${file}`))
      if (missing.length > 0) console.warn(`NOT CHECKED: ${name}, which lacks ${missing.join(', ')}.`)
      return missing.length === 0
    })
}

/** The files of the folder `kind` whose name ends with `end`; says plainly what is not there. */
export const referenceFiles = (kind: string, end: string): { name: string; path: string }[] => {
  const root = `${folder}/${kind}`
  if (!existsSync(root)) {
    console.warn(`NOT CHECKED: no reference data in ${root} (set YVETTE_REFERENCE_DATA).`)
    return []
  }
  return readdirSync(root)
    .filter(name => name.endsWith(end))
    .sort()
    .map(name => ({ name, path: `${root}/${name}` }))
}
