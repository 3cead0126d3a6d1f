import { useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { UserSettings } from '../../../shared/ipc/contract.ts'
import type { CutoffId } from '../../../shared/receptors/cutoffId.ts'
import type { SinceChoice } from '../../../shared/since/choice.ts'
import { api } from '../../api/client.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { momentOf } from '../since/sinceContext.ts'
import { PaperPreview } from './PaperPreview.tsx'

type Props = Readonly<{
  patientId: PatientId
  cutoff: CutoffId
  paper: UserSettings['paper']
  onPaper: (paper: UserSettings['paper']) => void
  /** From when on the board marks what is new; the paper does the same unless it is switched off here. */
  since: SinceChoice
  onClose: () => void
}>

/** The summary of one patient. */
export function SummaryPreview({ patientId, cutoff, paper, onPaper, since, onClose }: Props) {
  const [marksNew, setMarksNew] = useState(true)
  const options = { patientId, cutoff, paper, since: marksNew ? momentOf(since) : null }
  return (
    <PaperPreview
      title="Summary for the meeting"
      making="the summary"
      noun="summary"
      of={JSON.stringify(options)}
      render={(job, password) =>
        api.invoke('summary:render', { job, options: { ...options, password } })
      }
      sheet={paper}
      onSheet={onPaper}
      last={
        since.from !== 'off' && (
          <CheckField label="Mark what is new" value={marksNew} onChange={setMarksNew} />
        )
      }
      log={{ of: 'patient', id: patientId }}
      onClose={onClose}
    />
  )
}
