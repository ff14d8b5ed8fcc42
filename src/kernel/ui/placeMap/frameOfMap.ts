export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/** Where a point of the earth is drawn, so that all these points fit: north up, the same scale both ways at this latitude. */
export const frameOfMap = (points: readonly MapPoint[], { width, height, margin }: { width: number; height: number; margin: number }) => {
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  const [south, north] = points.length > 0 ? [Math.min(...latitudes), Math.max(...latitudes)] : [0, 0]
  const [west, east] = points.length > 0 ? [Math.min(...longitudes), Math.max(...longitudes)] : [0, 0]
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const least = 0.002 // one place alone still has ground around it
  const [across, up] = [Math.max((east - west) * narrowing, least), Math.max(north - south, least)]
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up)
  return ({ latitude, longitude }: MapPoint): readonly [number, number] => [
    round(width / 2 + (longitude - (west + east) / 2) * narrowing * scale),
    round(height / 2 - (latitude - (south + north) / 2) * scale),
  ]
}

const round = (value: number) => Math.round(value * 10) / 10
