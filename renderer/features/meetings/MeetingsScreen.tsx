import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { MeetingId } from '../../../shared/ids.ts'
import type { MeetingSeries } from '../../../shared/meeting/meeting.ts'
import type { MeetingSummary } from '../../../shared/meeting/meetingList.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { useNotify } from '../../components/notices.tsx'
import { today } from '../board/today.ts'
import { useCommands } from '../palette/CommandProvider.tsx'
import { sentenceOf } from '../session/session.ts'
import styles from './MeetingsScreen.module.css'
import { MeetingTable } from './MeetingTable.tsx'
import { MinimumDialog } from './MinimumDialog.tsx'
import type { MeetingRights } from './meetingState.ts'
import { useMeetings, useSeries, useTakeList } from './meetings.ts'
import { NewMeetingPanel } from './NewMeetingPanel.tsx'
import { SeriesPanel } from './SeriesPanel.tsx'
import { WEEKDAYS } from './words.ts'

type Props = Readonly<{
  rights: MeetingRights
  onOpen: (meetingId: MeetingId) => void
}>

type Beside =
  | Readonly<{ type: 'meeting' }>
  | Readonly<{ type: 'series'; series: MeetingSeries | null }>
  | null

/** Meetings to come and past ones, and the series that they are made from. */
export function MeetingsScreen({ rights, onOpen }: Props) {
  const notify = useNotify()
  const { data, error } = useMeetings()
  const { data: known } = useSeries()
  const take = useTakeList()
  const [beside, setBeside] = useState<Beside>(null)
  const [isChoosingMinimum, setIsChoosingMinimum] = useState(false)
  const day = today()
  const meetings = data?.meetings ?? []
  const isToCome = ({ meeting }: MeetingSummary) => meeting.body.day >= day
  const coming = meetings.filter(isToCome)
  const past = meetings.filter(each => !isToCome(each)).toReversed()
  const series = known?.series ?? []
  const next = useMutation({
    mutationFn: (of: MeetingSeries) =>
      api.invoke('meeting:next', {
        id: MeetingId.parse(crypto.randomUUID()),
        seriesId: of.id,
        day: null,
      }),
    onSuccess: list => {
      take(list)
      onOpen(list.meeting.id)
    },
    onError: failed => notify({ text: sentenceOf(failed), tone: 'problem' }),
  })
  const forbidden = rights.edit ? null : 'Your role may not plan meetings.'
  useCommands({
    'meetings.new': { run: () => setBeside({ type: 'meeting' }), unavailable: forbidden },
    'meetings.series': {
      run: () => setBeside({ type: 'series', series: null }),
      unavailable: forbidden,
    },
    'meetings.minimum': { run: () => setIsChoosingMinimum(true) },
    ...(beside === null ? {} : { 'app.close': { run: () => setBeside(null) } }),
  })
  return (
    <main className={styles.screen}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 className={styles.title}>Meetings</h1>
          <span className={styles.actions}>
            <Button look="plain" onPress={() => setIsChoosingMinimum(true)}>
              Minimum data set
            </Button>
            {rights.edit && (
              <Button
                look="primary"
                keyShortcuts="N"
                onPress={() => setBeside({ type: 'meeting' })}
              >
                New meeting
              </Button>
            )}
          </span>
        </div>
        {error !== null && (
          <p className={styles.problem} role="alert">
            {sentenceOf(error)}
          </p>
        )}
        <div className={styles.lists}>
          <MeetingTable
            title="To come"
            meetings={coming}
            isFirst
            empty={data === undefined ? '' : 'No meeting is planned.'}
            onOpen={onOpen}
          />
          {past.length > 0 && (
            <MeetingTable
              title="Past"
              meetings={past}
              isFirst={coming.length === 0}
              empty=""
              onOpen={onOpen}
            />
          )}
        </div>
      </div>
      <aside className={styles.beside} aria-label="Series">
        {beside === null && (
          <section className={styles.series} aria-labelledby="series">
            <div className={styles.head}>
              <h2 id="series" className={styles.title}>
                Series
              </h2>
              {rights.edit && (
                <span className={styles.actions}>
                  <Button onPress={() => setBeside({ type: 'series', series: null })}>
                    New series
                  </Button>
                </span>
              )}
            </div>
            {series.length === 0 && known !== undefined && (
              <p className={styles.quiet}>
                No series is set up. A series holds the weekday, place, chair and members that its
                meetings have in common.
              </p>
            )}
            <ul>
              {series.map(each => (
                <li key={each.id} className={styles.one}>
                  <span className={styles.name}>{each.body.title}</span>
                  <span className={styles.quiet}>{rhythmWords(each)}</span>
                  {rights.edit && (
                    <span className={styles.buttons}>
                      {!each.body.ended && (
                        <Button
                          isDisabled={next.isPending}
                          label={`Make the next meeting of ${each.body.title}`}
                          onPress={() => next.mutate(each)}
                        >
                          Make the next meeting
                        </Button>
                      )}
                      <Button
                        look="plain"
                        label={`Edit ${each.body.title}`}
                        onPress={() => setBeside({ type: 'series', series: each })}
                      >
                        Edit
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {beside?.type === 'meeting' && (
          <NewMeetingPanel
            series={series.filter(({ body }) => !body.ended)}
            today={day}
            onClose={() => setBeside(null)}
            onMade={onOpen}
          />
        )}
        {beside?.type === 'series' && (
          <SeriesPanel
            key={beside.series?.id ?? 'new'}
            series={beside.series}
            onClose={() => setBeside(null)}
          />
        )}
      </aside>
      {isChoosingMinimum && (
        <MinimumDialog canChange={rights.minimum} onClose={() => setIsChoosingMinimum(false)} />
      )}
    </main>
  )
}

function rhythmWords({ body }: MeetingSeries): string {
  const weekday = WEEKDAYS[body.weekday - 1] ?? ''
  const rhythm =
    body.everyWeeks === 1 ? `every ${weekday}` : `${weekday}, every ${body.everyWeeks} weeks`
  return [
    rhythm,
    body.start,
    body.place,
    body.chair === null ? null : `chair ${body.chair}`,
    body.ended ? 'ended' : null,
  ]
    .filter(part => part !== null)
    .join(' · ')
}
