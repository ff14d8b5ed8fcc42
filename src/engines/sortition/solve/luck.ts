/** Xorshift32, between 0 and 1: a fixed sequence, so that the same questions have the same answers everywhere. */
export const luckOf = () => {
  let state = 0x9e3779b9
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}
