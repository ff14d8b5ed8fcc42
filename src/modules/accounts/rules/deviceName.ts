/** « Firefox, Linux »: enough for a person to know a device of theirs; null when nothing is recognised. */
export const deviceName = (userAgent: string | null): string | null => {
  if (!userAgent) return null
  const found = [browsers, systems].flatMap(list => list.find(([mark]) => mark.test(userAgent))?.[1] ?? [])
  return found.length > 0 ? found.join(', ') : null
}

// The first that matches wins: most browsers also claim to be the ones below them.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]
