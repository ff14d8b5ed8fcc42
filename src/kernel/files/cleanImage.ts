import sharp from 'sharp'

/**
 * Draws an image anew: upright, at most 2,560 pixels a side, and without any metadata, so that a photo never tells where it was taken.
 * Null when it cannot be read, or holds more than 60 million pixels.
 */
export const cleanImage = async (bytes: Uint8Array, mediaType: string) => {
  const kept = mediaType === 'image/jpeg' ? 'jpeg' : mediaType === 'image/png' ? 'png' : 'webp'
  try {
    const drawn = await sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error', animated: mediaType === 'image/gif' })
      .autoOrient()
      .resize({ width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true })
      .toFormat(kept)
      .toBuffer()
    return { bytes: new Uint8Array(drawn), mediaType: `image/${kept}`, extension: kept === 'jpeg' ? 'jpg' : kept }
  } catch {
    return null
  }
}
