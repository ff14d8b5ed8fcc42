/** The first words of a text, on one line. */
export const shortened = (text: string, most = 160) => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()}…`
}
