import { Button } from '../../components/Button.tsx'
import styles from './Timeline.module.css'

type Props = Readonly<{
  hasGaps: boolean
  isFolded: boolean
  onFold: () => void
  /** Null where the axis does not know the calendar. */
  onToday: (() => void) | null
  isWhole: boolean
  onZoom: (factor: number) => void
  onFit: () => void
  onSave: (() => void) | null
  onFoldRows: (() => void) | null
}>

/** How far one press zooms. */
export const ZOOM_STEP = 1.5

/** Buttons of the axis: fold, jump, zoom and save. */
export function AxisTools(props: Props) {
  const { hasGaps, isFolded, onFold, onToday, isWhole, onZoom, onFit, onSave, onFoldRows } = props
  return (
    <span className={styles.tools}>
      {onFoldRows !== null && (
        <Button size="small" look="plain" onPress={onFoldRows}>
          Fold rows
        </Button>
      )}
      <Button
        size="small"
        look="plain"
        isDisabled={!hasGaps}
        {...(hasGaps ? {} : { label: 'Fold gaps: no stretch is long and empty' })}
        onPress={onFold}
      >
        {isFolded ? 'Unfold gaps' : 'Fold gaps'}
      </Button>
      <Button
        size="small"
        look="plain"
        isDisabled={onToday === null}
        {...(onToday === null
          ? { label: 'Today: no calendar date fixes this axis' }
          : { onPress: onToday })}
      >
        Today
      </Button>
      <fieldset className={styles.zoom} aria-label="Zoom">
        <Button
          size="small"
          look="plain"
          label="Zoom out"
          isDisabled={isWhole}
          onPress={() => onZoom(1 / ZOOM_STEP)}
        >
          −
        </Button>
        <Button size="small" look="plain" isDisabled={isWhole} onPress={onFit}>
          Fit
        </Button>
        <Button size="small" look="plain" label="Zoom in" onPress={() => onZoom(ZOOM_STEP)}>
          +
        </Button>
      </fieldset>
      <Button
        size="small"
        look="plain"
        label="Save the axis as SVG"
        isDisabled={onSave === null}
        {...(onSave === null ? {} : { onPress: onSave })}
      >
        SVG
      </Button>
    </span>
  )
}
