import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '../../../shared/dates/calendar.ts'
import { Day as DaySchema } from '../../../shared/dates/when.ts'
import { MeetingId, SeriesId } from '../../../shared/ids.ts'
import { ClockTime, type MeetingSeries } from '../../../shared/meeting/meeting.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { focusFirstWrong } from '../../components/focusFirstWrong.ts'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { DayField } from '../live/DayField.tsx'
import { TypedBefore } from '../live/TypedBefore.tsx'
import { useKeptForm } from '../live/useKeptForm.ts'
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

const Typed = z.strictObject({
  /** Null while nothing was chosen: then of the first series. */
  of: z.union([SeriesId, z.literal('own')]).nullable(),
  day: DaySchema.nullable(),
  title: z.string(),
  start: ClockTime.nullable(),
  place: z.string(),
  chair: z.string(),
})
type Typed = z.infer<typeof Typed>

const BLANK: Typed = {
  of: null,
  day: null,
  title: 'Metastatic breast board',
  start: null,
  place: '',
  chair: '',
}

/** A meeting of a series, on the day that its rhythm gives or on another; or one on its own. */
export function NewMeetingPanel({ series, today, onClose, onMade }: Props) {
  const take = useTakeList()
  const { fields, isRestored, change, discard } = useKeptForm('meeting:new', Typed, BLANK)
  const { day, title, start, place, chair } = fields
  // A series that was chosen before may have ended since.
  const isThere = fields.of === 'own' || series.some(({ id }) => id === fields.of)
  const of = (isThere ? fields.of : null) ?? series[0]?.id ?? 'own'
  // What is typed belongs to what it was typed for, whatever series there are when it is read again.
  const put = (part: Partial<Typed>) => change(before => ({ ...before, of, ...part }))
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
    onSuccess: async list => {
      await discard()
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
          if (lacksDay || lacksTitle) focusFirstWrong(event.currentTarget)
          else if (!make.isPending) make.mutate()
        }}
      >
        {isRestored && <TypedBefore onDiscard={discard} />}
        {series.length > 0 && (
          <SelectField
            label="Made from"
            value={of}
            options={[
              ...series.map(({ id, body }) => ({ value: id, label: body.title })),
              { value: 'own' as const, label: 'no series: a meeting on its own' },
            ]}
            onChange={chosen => put({ of: chosen })}
          />
        )}
        <DayField
          label="Day"
          value={day}
          today={today}
          onChange={chosen => put({ day: chosen })}
          autoFocus
          {...(of === 'own' ? {} : { description: 'Empty: the next day of the series.' })}
          error={wasTried && lacksDay ? 'Type the day of the meeting, such as 26-Nov-2026.' : null}
        />
        {of === 'own' && (
          <>
            <ClockField label="Begins at" value={start} onChange={typed => put({ start: typed })} />
            <TextField
              label="Title"
              value={title}
              onChange={typed => put({ title: typed })}
              maxLength={120}
              error={wasTried && lacksTitle ? 'Type a title.' : null}
            />
            <TextField label="Place" value={place} onChange={typed => put({ place: typed })} />
            <TextField label="Chair" value={chair} onChange={typed => put({ chair: typed })} />
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
