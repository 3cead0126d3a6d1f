import type { SinceChoice } from '../../../shared/since/choice.ts'
import { RingedDot } from './NewMark.tsx'
import styles from './SinceTile.module.css'
import { useSince } from './sinceContext.ts'

/** How much is new since the chosen moment, on top of the board; pressed, it shows the list and the choice of the moment, where there is one. */
export function SinceTile() {
  const { choice, news, isFirstLook, error, onShow } = useSince()
  const isOn = choice.from !== 'off'
  const words = (
    <>
      {news !== null && (
        <>
          <span className={styles.label} data-fact={news.title.id}>
            {news.title.text}
          </span>
          <span className={styles.counts}>
            {news.items.length > 0 && <RingedDot />}
            <span data-fact={news.counts.id}>{news.counts.text}</span>
          </span>
        </>
      )}
      {news === null && (
        <>
          <span className={styles.label}>New since</span>
          <span className={styles.counts}>
            {stateWords({ from: choice.from, isOn, isFirstLook, error })}
          </span>
        </>
      )}
    </>
  )
  if (onShow === null)
    return (
      <div className={styles.tile} data-since={isOn ? 'on' : 'off'}>
        {words}
      </div>
    )
  return (
    <button
      type="button"
      className={styles.tile}
      data-since={isOn ? 'on' : 'off'}
      aria-keyshortcuts="N"
      onClick={() => onShow(null)}
    >
      {words}
    </button>
  )
}

function stateWords(state: {
  from: SinceChoice['from']
  isOn: boolean
  isFirstLook: boolean
  error: Error | null
}): string {
  if (!state.isOn) return 'not marked'
  if (state.error !== null) return 'not known'
  if (!state.isFirstLook) return '…'
  return state.from === 'lastMeeting' ? 'not discussed before' : 'opened for the first time'
}
