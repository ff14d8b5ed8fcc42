/** Colours of the paper, of the ink and of what has a meaning; every pair is held against the contrast test. */
export const colours = {
  light: {
    paper: '#fbf7ef', // warm, unbleached
    sheet: '#fffdf8', // fields, and what lies on the paper
    shade: '#f1eadc', // quiet grounds
    line: '#d8cdb8',
    border: '#857a66', // edges of controls
    ink: '#22272a',
    soft: '#57534a',
    river: '#0b5259', // the one strong colour
    deep: '#073b41',
    onRiver: '#ffffff',
    mist: '#dfeceb',
    ochre: '#80500a', // what awaits you
    sand: '#fae8c2',
    leaf: '#2c6431',
    moss: '#e4efdc',
    brick: '#9c2f1b',
    rose: '#f9e3dc',
  },
  dark: {
    paper: '#151b1c',
    sheet: '#1d2526',
    shade: '#222b2c',
    line: '#3b4748',
    border: '#8b9793',
    ink: '#efe9dc',
    soft: '#bdb7a9',
    river: '#84d2d0',
    deep: '#a6e2df',
    onRiver: '#0a2426',
    mist: '#1d3638',
    ochre: '#f1bd69',
    sand: '#3a2d14',
    leaf: '#9fd08f',
    moss: '#20321f',
    brick: '#ffa792',
    rose: '#43221b',
  },
} as const

export type Scheme = keyof typeof colours
export type Colour = keyof (typeof colours)['light']

/** Text on its ground: at least 4.5 to 1. */
export const readablePairs: readonly (readonly [Colour, Colour])[] = [
  ...(['paper', 'sheet', 'shade'] as const).flatMap(ground =>
    (['ink', 'soft', 'river', 'deep', 'ochre', 'leaf', 'brick'] as const).map(text => [text, ground] as const),
  ),
  ['ink', 'mist'],
  ['soft', 'mist'],
  ['river', 'mist'],
  ['deep', 'mist'],
  ['ink', 'sand'],
  ['soft', 'sand'],
  ['ochre', 'sand'],
  ['river', 'sand'],
  ['ink', 'moss'],
  ['leaf', 'moss'],
  ['river', 'moss'],
  ['ink', 'rose'],
  ['brick', 'rose'],
  ['river', 'rose'],
  ['onRiver', 'river'],
  ['onRiver', 'deep'],
]
/** Edges of controls and large signs: at least 3 to 1. */
export const visiblePairs: readonly (readonly [Colour, Colour])[] = (['paper', 'sheet', 'shade'] as const).flatMap(ground => [
  ['border', ground] as const,
  ['river', ground] as const,
])

/** Custom properties, light first, dark for those who ask for it; paper is always printed light. */
export const colourSheet = () =>
  `:root{color-scheme:light dark;${properties('light')}}` + `@media screen and (prefers-color-scheme:dark){:root{${properties('dark')}}}`

const properties = (scheme: Scheme) =>
  Object.entries(colours[scheme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('')
