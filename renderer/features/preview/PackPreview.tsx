import { useState } from 'react'
import type { PatientId } from '../../../shared/ids.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import type { PackKind } from '../../../shared/meeting/pack.ts'
import { api } from '../../api/client.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { useSettings } from '../session/settings.ts'
import { momentOf } from '../since/sinceContext.ts'
import { PaperPreview } from './PaperPreview.tsx'

const KINDS = [
  { value: 'pack', label: 'Pack' },
  { value: 'agenda', label: 'Agenda' },
  { value: 'supplement', label: 'Supplement' },
  { value: 'letter', label: 'Letters' },
] as const satisfies readonly { value: PackKind; label: string }[]

type Props = Readonly<{
  list: MeetingList
  /** The case that is selected; its letter alone may be wanted. */
  active: PatientId | null
  onClose: () => void
}>

/** The papers of a meeting. */
export function PackPreview({ list, active, onClose }: Props) {
  const { settings, change } = useSettings()
  const { cutoff, paper, since } = settings
  const [kind, setKind] = useState<PackKind>('pack')
  const [withSheets, setWithSheets] = useState(list.meeting.status === 'planned')
  const [isOne, setIsOne] = useState(false)
  const mayBeOne = (kind === 'letter' || kind === 'pack') && active !== null
  const options = {
    meetingId: list.meeting.id,
    kind,
    patientIds: isOne && mayBeOne ? [active] : null,
    cutoff,
    paper,
    since: momentOf(since),
    outcomeSheets: withSheets,
  }
  return (
    <PaperPreview
      title="Papers of the meeting"
      making="the papers"
      noun="pack"
      of={JSON.stringify(options)}
      render={(job, password) =>
        api.invoke('pack:render', { job, options: { ...options, password } })
      }
      sheet={paper}
      onSheet={next => change({ paper: next })}
      first={
        <SegmentedControl label="Which paper" value={kind} segments={KINDS} onChange={setKind} />
      }
      last={
        <>
          {kind === 'pack' && (
            <CheckField
              label="Sheets to write the outcome on"
              value={withSheets}
              onChange={setWithSheets}
            />
          )}
          {mayBeOne && (
            <CheckField label="The selected case alone" value={isOne} onChange={setIsOne} />
          )}
        </>
      }
      log={{ of: 'meeting', id: list.meeting.id }}
      onClose={onClose}
    />
  )
}
