import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { SeriesId } from '../../../shared/ids.ts'
import { type MeetingSeries, SeriesBody } from '../../../shared/meeting/meeting.ts'
import { finishBeforeLock } from '../../api/beforeLock.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { CheckField } from '../../components/CheckField.tsx'
import { focusFirstWrong } from '../../components/focusFirstWrong.ts'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SidePanel } from '../board/SidePanel.tsx'
import { TypedBefore } from '../live/TypedBefore.tsx'
import { useKeptForm } from '../live/useKeptForm.ts'
import { sentenceOf } from '../session/session.ts'
import { ClockField } from './ClockField.tsx'
import styles from './ItemPanel.module.css'
import { SERIES_KEY } from './meetings.ts'
import { PeopleRows } from './PeopleRows.tsx'
import { WEEKDAYS } from './words.ts'

const BLANK: SeriesBody = {
  title: 'Metastatic breast board',
  weekday: 4,
  everyWeeks: 1,
  start: '14:00',
  place: null,
  chair: null,
  members: [],
  listSize: null,
  ended: false,
}

const WEEKS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What is typed of a series: texts may be empty or blank meanwhile, and a size no number. */
function typedOf(revision: number | null) {
  return z.strictObject({
    // What was typed into an older state of the series is not put over a newer one.
    revision: z.literal(revision),
    body: SeriesBody.extend({
      title: z.string(),
      place: z.string().nullable(),
      chair: z.string().nullable(),
    }),
    size: z.string(),
  })
}

type Props = Readonly<{ series: MeetingSeries | null; onClose: () => void }>

/** What the meetings of a series have in common. Those that are planned already stay as they are. */
export function SeriesPanel({ series, onClose }: Props) {
  const client = useQueryClient()
  const revision = series?.revision ?? null
  const begin = series?.body ?? BLANK
  const { fields, isRestored, change, discard } = useKeptForm(
    `series:${series?.id ?? 'new'}`,
    typedOf(revision),
    { revision, body: begin, size: begin.listSize === null ? '' : String(begin.listSize) },
  )
  const { body, size } = fields
  const [wasTried, setWasTried] = useState(false)
  const latest = useRef(body)
  useEffect(() => {
    latest.current = body
  })
  const put = (part: Partial<SeriesBody>) =>
    change(before => ({ ...before, body: { ...before.body, ...part } }))
  const orNull = (text: string) => (text === '' ? null : text)
  const listSize = size.trim() === '' ? null : Number(size)
  const isSize =
    listSize === null || (Number.isInteger(listSize) && listSize > 0 && listSize <= 500)
  const save = useMutation({
    mutationFn: (next: SeriesBody) =>
      api.invoke('series:put', {
        id: series?.id ?? SeriesId.parse(crypto.randomUUID()),
        revision,
        body: next,
      }),
    onSuccess: async () => {
      await discard()
      await client.invalidateQueries({ queryKey: SERIES_KEY })
      onClose()
    },
  })
  return (
    <SidePanel title={series === null ? 'New series' : 'Series'} onClose={onClose}>
      <form
        className={styles.part}
        onSubmit={event => {
          event.preventDefault()
          setWasTried(true)
          if (body.title.trim() === '' || !isSize) focusFirstWrong(event.currentTarget)
          if (body.title.trim() === '' || !isSize || save.isPending) return
          // A name that is still being typed belongs to it.
          void finishBeforeLock().then(() => save.mutate(trimmed({ ...latest.current, listSize })))
        }}
      >
        {isRestored && <TypedBefore onDiscard={discard} />}
        <TextField
          label="Title"
          value={body.title}
          maxLength={120}
          autoFocus
          onChange={title => put({ title })}
          error={wasTried && body.title.trim() === '' ? 'Type a title.' : null}
        />
        <div className={styles.pair}>
          <SelectField
            label="Weekday"
            value={DAYS[body.weekday - 1] ?? '1'}
            options={DAYS.map((value, at) => ({ value, label: WEEKDAYS[at] ?? '' }))}
            onChange={weekday => put({ weekday: Number(weekday) })}
          />
          <SelectField
            label="Every"
            value={WEEKS[body.everyWeeks - 1] ?? '1'}
            options={WEEKS.map(value => ({
              value,
              label: value === '1' ? 'week' : `${value} weeks`,
            }))}
            onChange={weeks => put({ everyWeeks: Number(weeks) })}
          />
          <ClockField label="Begins at" value={body.start} onChange={start => put({ start })} />
        </div>
        <div className={styles.pair}>
          <TextField
            label="Place"
            value={body.place ?? ''}
            onChange={place => put({ place: orNull(place) })}
          />
          <TextField
            label="Chair"
            value={body.chair ?? ''}
            onChange={chair => put({ chair: orNull(chair) })}
          />
          <TextField
            label="Cases on a list"
            description="Above it the list says so."
            value={size}
            onChange={typed => change(before => ({ ...before, size: typed }))}
            error={isSize ? null : 'Type a number from 1 to 500.'}
          />
        </div>
        {series !== null && (
          <CheckField
            label="Ended: no further meetings are made from it"
            value={body.ended}
            onChange={ended => put({ ended })}
          />
        )}
        <h3 className={styles.heading}>Members</h3>
        <PeopleRows
          people={body.members}
          blank={member => member}
          onChange={edit => {
            change(before => ({
              ...before,
              body: { ...before.body, members: edit(before.body.members) },
            }))
            return Promise.resolve()
          }}
        />
        {save.error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(save.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={save.isPending}>
            Save the series
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

/** Blank texts are no texts. */
function trimmed(body: SeriesBody): SeriesBody {
  const line = (text: string | null) => {
    const plain = text?.trim() ?? ''
    return plain === '' ? null : plain
  }
  return { ...body, title: body.title.trim(), place: line(body.place), chair: line(body.chair) }
}
