import type { HTMLAttributes, Ref } from 'react'

type Props = HTMLAttributes<HTMLDivElement> &
  Readonly<{
    role: 'grid' | 'row' | 'rowgroup' | 'rowheader' | 'columnheader' | 'gridcell'
    ref?: Ref<HTMLDivElement>
  }>

/**
 * A part of a grid whose cells may stand below each other in a narrow window, which those of a table cannot. Focus moves
 * by row; what can be pressed in a cell is a control of its own.
 */
export function GridPart(props: Props) {
  return <div {...props} />
}
