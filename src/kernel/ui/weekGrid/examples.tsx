import { WeekGrid } from './weekGrid.tsx'

const free = (from: number, to: number) => ({ from: from * 60, to: to * 60, kind: 'free' as const })
export const examples = {
  'une semaine': () => (
    <WeekGrid
      title="Semaine du 7 décembre : libre surtout le mercredi et le samedi."
      from={8}
      to={20}
      hour={hour => `${hour} h`}
      days={[
        { label: 'lun. 7', bars: [] },
        { label: 'mar. 8', bars: [free(14, 16), { from: 960, to: 1140, kind: 'taken' }] },
        { label: 'mer. 9', bars: [free(9, 12), { from: 720, to: 840, kind: 'taken' }, free(14, 19)] },
        { label: 'jeu. 10', bars: [{ from: 840, to: 1140, kind: 'blocked' }] },
        { label: 'ven. 11', bars: [free(14, 19)] },
        { label: 'sam. 12', bars: [free(9, 18)] },
        { label: 'dim. 13', bars: [] },
      ]}
    />
  ),
}
