import sharp from 'sharp'

/** An invented picture, drawn by code: nobody's photograph. `svg` is a whole drawing; PNG bytes come back. */
export const drawnPicture = async (svg: string): Promise<Uint8Array> => new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
