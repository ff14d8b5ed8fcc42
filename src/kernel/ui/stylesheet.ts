import { readdirSync, readFileSync } from 'node:fs'
import { colourSheet } from './colours.ts'

const here = new URL('./', import.meta.url)

/** The one stylesheet: tokens, typeface, ground, then each component's own sheet, and paper last. */
export const stylesheet = (fonts: { regular: string; bold: string }) => {
  const components = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter(path => /[\\/][^\\/]+\.css$/.test(path))
    .sort()
  const sheets = ['base.css', ...components, 'print.css'].map(path => readFileSync(new URL(path.replaceAll('\\', '/'), here), 'utf8'))
  return [face(fonts.regular, 400), face(fonts.bold, 700), colourSheet(), ...sheets.map(shorten)].join('\n')
}

const face = (address: string, weight: number) =>
  `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};font-display:swap;src:url(${address}) format('woff2')}`

/** Drops comments, indentation and line ends; nothing clever. */
const shorten = (sheet: string) =>
  sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;}/g, '}')
