/** UTF-8, else what older French spreadsheets write (Windows-1252); null for what is not text. */
export const textOfFile = (bytes: Uint8Array): string | null => {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // not UTF-8: the other encoding that spreadsheets write
  }
}
