import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, ListBox, ListBoxItem } from 'react-aria-components'
import type { MeetingId, PatientId } from '../../../shared/ids.ts'
import type { PatientMeetings } from '../../../shared/meeting/patientMeetings.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import fieldStyles from '../../components/fields.module.css'
import { useNotify } from '../../components/notices.tsx'
import { today } from '../board/today.ts'
import { caseKey } from '../board/useCase.ts'
import { sentenceOf } from '../session/session.ts'
import styles from './AddToMeeting.module.css'
import { useMeetings, useTakeList } from './meetings.ts'
import { QuestionEditor } from './QuestionCell.tsx'
import { countWords, whenWords } from './words.ts'

type Props = Readonly<{
  patientId: PatientId
  name: string
  /** What the case asks; null where nothing is asked yet, and then it is asked for here. */
  question: string | null
  mayAsk: boolean
  /** The meetings that have the case on their lists already. */
  listed: PatientMeetings
  onClose: () => void
}>

/** Puts the case on the list of a meeting: the next one is chosen, so that Enter does it. */
export function AddToMeeting(props: Props) {
  const { patientId, name, question, mayAsk, listed, onClose } = props
  const client = useQueryClient()
  const notify = useNotify()
  const take = useTakeList()
  const { data, error } = useMeetings()
  const [added, setAdded] = useState<{ meetingId: MeetingId; place: number } | null>(null)
  const day = today()
  const places = new Map(listed.map(({ meeting, item }) => [meeting.id, item.position]))
  const meetings = (data?.meetings ?? []).filter(
    ({ meeting }) => meeting.status !== 'closed' && meeting.body.day >= day,
  )
  const add = useMutation({
    mutationFn: (meetingId: MeetingId) =>
      api.invoke('meeting:add', { meetingId, patientIds: [patientId] }),
    onSuccess: list => {
      take(list)
      void client.invalidateQueries({ queryKey: caseKey(patientId) })
      const place = list.rows.find(({ item }) => item.patientId === patientId)?.item.position ?? 0
      notify({
        text: `On the list of ${whenWords(list.meeting)}, no. ${place}.`,
        tone: 'done',
      })
      if (question === null && mayAsk) setAdded({ meetingId: list.meeting.id, place })
      else onClose()
    },
  })
  return (
    <Dialog
      title={`Add to a meeting: ${name}`}
      onClose={onClose}
      actions={
        <Button look="plain" onPress={onClose}>
          {added === null ? 'Cancel' : 'Without a question'}
        </Button>
      }
    >
      {added === null && (
        <>
          {meetings.length === 0 && data !== undefined && (
            <p>No meeting is planned. Make one on the screen of the meetings (M).</p>
          )}
          {meetings.length > 0 && (
            <>
              <Label className={fieldStyles.label ?? ''} id="to-which">
                Enter puts the case at the end of the list
              </Label>
              <ListBox
                // The next meeting that has not got the case yet: Enter is all that is left to press.
                autoFocus="first"
                aria-labelledby="to-which"
                className={styles.list ?? ''}
                selectionMode="none"
                disabledKeys={[...places.keys()]}
                onAction={key => {
                  const meeting = meetings.find(each => each.meeting.id === key)?.meeting
                  if (meeting !== undefined && !add.isPending) add.mutate(meeting.id)
                }}
              >
                {meetings.map(({ meeting, forDiscussion }) => {
                  const place = places.get(meeting.id)
                  return (
                    <ListBoxItem
                      key={meeting.id}
                      id={meeting.id}
                      textValue={whenWords(meeting)}
                      className={styles.meeting ?? ''}
                    >
                      <strong>{whenWords(meeting)}</strong>
                      <span>{meeting.body.title}</span>
                      <span className={styles.quiet}>
                        {place === undefined
                          ? countWords(forDiscussion, 'case')
                          : `on this list, no. ${place}`}
                      </span>
                    </ListBoxItem>
                  )
                })}
              </ListBox>
            </>
          )}
        </>
      )}
      {added !== null && (
        <>
          <p>The case is on the list, no. {added.place}. What is asked? Enter keeps it.</p>
          <QuestionEditor
            meetingId={added.meetingId}
            patientId={patientId}
            name={name}
            question={null}
            onQuestion={async asked => {
              take(
                await api.invoke('meeting:question', {
                  meetingId: added.meetingId,
                  patientId,
                  question: asked,
                }),
              )
              await client.invalidateQueries({ queryKey: caseKey(patientId) })
            }}
            onDone={onClose}
          />
        </>
      )}
      {(add.error ?? error) !== null && (
        <p className={styles.problem} role="alert">
          {sentenceOf(add.error ?? error)}
        </p>
      )}
    </Dialog>
  )
}
