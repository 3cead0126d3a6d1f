import { Dialog } from '../../components/Dialog.tsx'

/** The two tables of the sources. */
export function ReferenceDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <Dialog title="Skin reference" onClose={onClose} width="wide">
      <p>later</p>
    </Dialog>
  )
}
