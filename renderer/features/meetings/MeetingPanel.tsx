import type { Day } from '../../../shared/dates/calendar.ts'
import { PRESENCE_LABEL, PRESENCES } from '../../../shared/meeting/attendance.ts'
import type { MeetingList } from '../../../shared/meeting/meetingList.ts'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { DayField } from '../live/DayField.tsx'
import { LiveField } from '../live/LiveField.tsx'
import { ClockField } from './ClockField.tsx'
import styles from './ItemPanel.module.css'
import { PeopleRows } from './PeopleRows.tsx'
import type { ListDeeds } from './useListDeeds.ts'

type Props = Readonly<{
  list: MeetingList
  today: Day
  deeds: ListDeeds
  onClose: () => void
}>

/** When and where the meeting is, who chairs it and who is there; kept as it is typed. */
export function MeetingPanel({ list, today, deeds, onClose }: Props) {
  const { body } = list.meeting
  const line = (part: 'place' | 'chair') => async (text: string) => {
    const typed = text.trim()
    await deeds.update(before => ({ ...before, [part]: typed === '' ? null : typed }))
  }
  return (
    <SidePanel title="Meeting and attendance" onClose={onClose}>
      <LiveField
        label="Title"
        value={body.title}
        onKeep={async text => {
          if (text.trim() !== '') await deeds.update(before => ({ ...before, title: text.trim() }))
        }}
      />
      <div className={styles.pair}>
        <DayField
          label="Day"
          value={body.day}
          today={today}
          onChange={day => {
            if (day !== null) void deeds.update(before => ({ ...before, day }))
          }}
        />
        <ClockField
          label="Begins at"
          value={body.start}
          onChange={start => void deeds.update(before => ({ ...before, start }))}
        />
      </div>
      <div className={styles.pair}>
        <LiveField label="Place" value={body.place ?? ''} onKeep={line('place')} />
        <LiveField label="Chair" value={body.chair ?? ''} onKeep={line('chair')} />
      </div>
      <section className={styles.part} aria-labelledby="attendance">
        <h3 id="attendance" className={styles.heading}>
          Attendance
        </h3>
        <PeopleRows
          people={body.attendance}
          blank={member => ({ ...member, presence: 'present' as const })}
          onChange={change =>
            deeds.update(before => ({ ...before, attendance: change(before.attendance) }))
          }
        >
          {(person, put) => (
            <SegmentedControl
              label="Presence"
              value={person.presence}
              segments={PRESENCES.map(value => ({ value, label: PRESENCE_LABEL[value] }))}
              onChange={presence => put({ presence })}
            />
          )}
        </PeopleRows>
      </section>
    </SidePanel>
  )
}
