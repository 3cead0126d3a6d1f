import { type RefObject, useEffect, useState } from 'react'
import type { Drawing } from '../../../shared/timeline/shape.ts'
import { whenLaidOut } from '../../components/whenLaidOut.ts'
import styles from './Timeline.module.css'

type Props = Readonly<{ drawing: Drawing; frame: RefObject<HTMLDivElement | null>; height: number }>

/** How high the line is, its rule included. */
export const COUNTS_HEIGHT = 17

/** Less of a row than this, in pixels, is not in view. */
const LEAST = 4

/** How many rows of a drawing longer than its frame are out of view, on a line of its own that covers none of them. */
export function RowsOutOfView({ drawing, frame, height }: Props) {
  const [scroll, setScroll] = useState(0)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const onScroll = () => setScroll(element.scrollTop)
    const stop = whenLaidOut([element], onScroll)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      stop()
      element.removeEventListener('scroll', onScroll)
    }
  }, [frame])
  const isAbove = (top: number, own: number) => top + own <= scroll + drawing.headHeight + LEAST
  const above = drawing.rows.filter(item => isAbove(item.top, item.height)).length
  const below = drawing.rows.filter(item => item.top >= scroll + height - LEAST).length
  const said = [counted(above, 'above'), counted(below, 'below')].filter(words => words !== '')
  return (
    <p className={styles.outOfView} style={{ height: COUNTS_HEIGHT }}>
      {said.join(' · ')}
    </p>
  )
}

function counted(count: number, where: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? 'item' : 'items'} ${where}`
}
