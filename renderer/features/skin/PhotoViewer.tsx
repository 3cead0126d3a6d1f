import type { ComponentProps } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { PhotoCompare } from './PhotoCompare.tsx'

type Props = Omit<ComponentProps<typeof PhotoCompare>, 'onNone'> &
  Readonly<{ title: string; onClose: () => void }>

/** Photographs of a lesion over what is on screen. */
export function PhotoViewer({ title, onClose, ...rest }: Props) {
  return (
    <Dialog title={title} onClose={onClose} width="full">
      <PhotoCompare {...rest} onNone={onClose} />
    </Dialog>
  )
}
