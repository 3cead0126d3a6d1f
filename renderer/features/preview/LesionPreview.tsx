import type { EntryId, PatientId } from '../../../shared/ids.ts'
import type { UserSettings } from '../../../shared/ipc/contract.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import { api } from '../../api/client.ts'
import { PaperPreview } from './PaperPreview.tsx'

type Props = Readonly<{
  patientId: PatientId
  lesion: EntryId
  label: string
  cutoff: CutoffId
  paper: UserSettings['paper']
  onPaper: (paper: UserSettings['paper']) => void
  onClose: () => void
}>

/** The report of one skin lesion. */
export function LesionPreview(props: Props) {
  const { patientId, lesion, label, cutoff, paper, onPaper, onClose } = props
  const options = { patientId, lesion, cutoff, paper }
  return (
    <PaperPreview
      title={`Report of skin lesion ${label}`}
      making="the report"
      noun="lesion"
      of={JSON.stringify(options)}
      render={(job, password) =>
        api.invoke('lesion:render', { job, options: { ...options, password } })
      }
      sheet={paper}
      onSheet={onPaper}
      log={{ of: 'patient', id: patientId }}
      onClose={onClose}
    />
  )
}
