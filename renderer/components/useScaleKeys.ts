import type { Scale } from '../../shared/ipc/contract.ts'
import { nextScale } from './scale.ts'
import { useKeys } from './shortcuts.ts'

/** The keys by which every program is made larger and smaller, and the size that they ask for, from the one before. */
export function useScaleKeys(onScale: (next: (before: Scale) => Scale) => void): void {
  const larger = () => onScale(scale => nextScale(scale, 1))
  const smaller = () => onScale(scale => nextScale(scale, -1))
  const normal = () => onScale(() => 1)
  useKeys({
    'control++': larger,
    // The key of the plus without Shift, where it stands above the equals sign.
    'control+=': larger,
    'control+-': smaller,
    'control+0': normal,
  })
}
