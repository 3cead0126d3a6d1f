import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../shared/dates/calendar.ts'
import { MeetingId, type SeriesId } from '../../../shared/ids.ts'
import type { MeetingSeries } from '../../../shared/meeting/meeting.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { DayField } from '../live/DayField.tsx'
import { sentenceOf } from '../session/session.ts'
import { ClockField } from './ClockField.tsx'
import styles from './ItemPanel.module.css'
import { useTakeList } from './meetings.ts'

type Props = Readonly<{
  series: readonly MeetingSeries[]
  today: Day
  onClose: () => void
  onMade: (meetingId: MeetingId) => void
}>

const TITLE = 'Metastatic breast board'

/** A meeting of a series, on the day that its rhythm gives or on another; or one on its own. */
export function NewMeetingPanel({ series, today, onClose, onMade }: Props) {
  const take = useTakeList()
  const [of, setOf] = useState<SeriesId | 'own'>(series[0]?.id ?? 'own')
  const [day, setDay] = useState<Day | null>(null)
  const [title, setTitle] = useState(TITLE)
  const [start, setStart] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const [chair, setChair] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const make = useMutation({
    mutationFn: () => {
      const id = MeetingId.parse(crypto.randomUUID())
      if (of !== 'own') return api.invoke('meeting:next', { id, seriesId: of, day })
      return api.invoke('meeting:create', {
        id,
        body: {
          day: day ?? today,
          start,
          title: title.trim(),
          place: orNull(place),
          chair: orNull(chair),
          seriesId: null,
          attendance: [],
        },
      })
    },
    onSuccess: list => {
      take(list)
      onMade(list.meeting.id)
    },
  })
  const lacksDay = of === 'own' && day === null
  const lacksTitle = of === 'own' && title.trim() === ''
  return (
    <SidePanel title="New meeting" onClose={onClose}>
      <form
        className={styles.part}
        onSubmit={event => {
          event.preventDefault()
          setWasTried(true)
          if (!lacksDay && !lacksTitle && !make.isPending) make.mutate()
        }}
      >
        {series.length > 0 && (
          <SelectField
            label="Made from"
            value={of}
            options={[
              ...series.map(({ id, body }) => ({ value: id, label: body.title })),
              { value: 'own' as const, label: 'no series: a meeting on its own' },
            ]}
            onChange={setOf}
          />
        )}
        <DayField
          label="Day"
          value={day}
          today={today}
          onChange={setDay}
          autoFocus
          {...(of === 'own' ? {} : { description: 'Empty: the next day of the series.' })}
          error={wasTried && lacksDay ? 'Type the day of the meeting, such as 26-Nov-2026.' : null}
        />
        {of === 'own' && (
          <>
            <ClockField label="Begins at" value={start} onChange={setStart} />
            <TextField
              label="Title"
              value={title}
              onChange={setTitle}
              maxLength={120}
              error={wasTried && lacksTitle ? 'Type a title.' : null}
            />
            <TextField label="Place" value={place} onChange={setPlace} />
            <TextField label="Chair" value={chair} onChange={setChair} />
          </>
        )}
        {make.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(make.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={make.isPending}>
            Make the meeting
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}
