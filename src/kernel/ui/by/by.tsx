import { useWords } from '../frame.ts'
import { Time } from '../time/time.tsx'

/** By whom, in what college, when; and who held the pen for them. A null name is somebody who left. */
export const By = ({
  name,
  college,
  at,
  keyedBy,
  role,
}: {
  name: string | null
  college?: 'users' | 'agents' | 'elected' | null | undefined
  at?: string | undefined
  /** Name of the agent or helper who keyed it in. */
  keyedBy?: string | null | undefined
  /** More precise than the college: « adjointe à l’urbanisme ». */
  role?: string | null | undefined
}) => {
  const t = useWords()
  return (
    <p class={`by by--${college ?? 'users'}`}>
      {college && (
        <svg class="by__sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path
            d={
              college === 'elected'
                ? 'M3 5h14v4H3Zm0 6h14v4H3Z'
                : college === 'agents'
                  ? 'M4 4h12v12H4Z'
                  : 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z'
            }
          />
        </svg>
      )}
      <span>
        <span class="by__name">{name ?? t('by.unknown')}</span>
        {(role || college) && <>, {role ?? t(`by.${college!}`)}</>}
        {keyedBy && <> ({t('by.onBehalf', { name: keyedBy })})</>}
        {at && (
          <>
            {' '}
            · <Time at={at} />
          </>
        )}
      </span>
    </p>
  )
}
