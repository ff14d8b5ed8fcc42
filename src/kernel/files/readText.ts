/** The same text in UTF-8 without a byte-order mark; older spreadsheets write Windows-1252. Null when it is not a text. */
export const readText = (bytes: Uint8Array): Uint8Array | null => {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252')
  // oxlint-disable-next-line no-control-regex
  return text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : new TextEncoder().encode(text)
}

const decode = (bytes: Uint8Array, encoding: string) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
