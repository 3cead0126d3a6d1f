import type { Pin } from '../../../shared/case/lesion.ts'
import { bodySiteById } from '../../../shared/codes/bodySites.ts'
import { skinAt } from '../../../shared/figure/pinPlaces.ts'
import type { Point } from '../../../shared/figure/spreadDiamonds.ts'
import { Button } from '../../components/Button.tsx'
import styles from './AddHere.module.css'

/** A place on the figure that was pressed, in the units of its view. */
export type Pressed = Readonly<{ pin: Pin; at: Point }>

type Props = Readonly<{
  pressed: Pressed
  box: Readonly<{ width: number; height: number }>
  onAdd: (pin: Pin) => void
  onClose: () => void
}>

/** Beside a place on the figure that was pressed: what it is called, and the way to a new skin lesion there. */
export function AddHere({ pressed: { pin, at }, box, onAdd, onClose }: Props) {
  const here = skinAt(pin)
  const label = here === null ? null : (bodySiteById(here.siteId)?.label ?? null)
  const place = [label, here?.side ?? null].filter(word => word !== null).join(', ')
  const isLow = at.y > box.height / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      role="group"
      aria-label="The place that was pressed"
      className={styles.here}
      style={
        isLow
          ? { bottom: `${(1 - at.y / box.height) * 100 + 2}%` }
          : { top: `${(at.y / box.height) * 100 + 2}%` }
      }
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      {place !== '' && <span className={styles.place}>{place}</span>}
      <span className={styles.buttons}>
        <Button look="primary" size="small" autoFocus onPress={() => onAdd(pin)}>
          Add skin lesion here
        </Button>
        <Button look="plain" size="small" onPress={onClose}>
          Cancel
        </Button>
      </span>
    </div>
  )
}
