import { useState } from 'react'
import { ListItemId, MeetingId, PatientId } from '../../shared/ids.ts'
import type { Member } from '../../shared/meeting/attendance.ts'
import { NEW_ITEM } from '../../shared/meeting/deferral.ts'
import type { Awaited, ItemBody } from '../../shared/meeting/listItem.ts'
import type { MeetingRow } from '../../shared/meeting/meetingList.ts'
import { type Action, BLANK_OUTCOME, type Recommendation } from '../../shared/meeting/outcome.ts'
import { TypedBefore } from '../features/live/TypedBefore.tsx'
import { AwaitedRows } from '../features/meetings/AwaitedRows.tsx'
import { PeopleRows } from '../features/meetings/PeopleRows.tsx'
import { ReadinessStrip } from '../features/meetings/ReadinessStrip.tsx'
import { ActionRows } from '../features/outcomes/ActionRows.tsx'
import { KeepingLine } from '../features/outcomes/KeepingLine.tsx'
import { RecommendationRows } from '../features/outcomes/RecommendationRows.tsx'
import { detailsOf, idOf, TODAY } from './invented.ts'
import { Group, State } from './Specimens.tsx'

const nothing = () => {}

function awaited(n: number, part: Partial<Awaited>): Awaited {
  return {
    id: idOf(n),
    what: 'CT of the chest',
    from: 'radiology',
    since: null,
    expected: null,
    arrived: null,
    entry: null,
    ...part,
  }
}

const AWAITED = [
  awaited(31, { expected: '2026-11-20' }),
  awaited(32, { what: 'HER2 ISH of the scalp biopsy', from: null }),
  awaited(33, { what: 'CA 15-3', arrived: '2026-11-21' }),
]

const STANDINGS: readonly (Partial<ItemBody> & { lacks?: boolean })[] = [
  {},
  { lacks: true },
  { awaited: [awaited(34, {})] },
  { state: { state: 'notDiscussed', protocol: 'M-1', reason: null } },
  { state: { state: 'deferred', cause: 'imaging', words: null, to: null } },
]

const ROWS = STANDINGS.map(({ lacks = false, ...body }, at): MeetingRow => {
  const patientId = PatientId.parse(idOf(at + 1))
  const open = body.awaited?.map(({ id }) => id) ?? []
  const missing = {
    id: 'ecog',
    label: 'ECOG',
    detail: null,
    goTo: { kind: 'assessment', entry: null, field: 'ecog' },
  } as const
  return {
    item: {
      id: ListItemId.parse(idOf(at + 11)),
      revision: 1,
      meetingId: MeetingId.parse(idOf(21)),
      patientId,
      position: at + 1,
      body: { ...NEW_ITEM, ...body },
    },
    patient: {
      id: patientId,
      revision: 1,
      archived: false,
      details: detailsOf(`Testfall ${at + 1}`),
    },
    question: null,
    contextEntry: null,
    counts: null,
    readiness: {
      ready: !lacks && open.length === 0,
      required: lacks ? [missing] : [],
      others: [],
      awaited: open,
    },
    outcome: { state: 'none', id: null, decision: null },
    lastDiscussed: null,
    seconds: 0,
  }
})

const BOARD: readonly Member[] = [
  { role: 'oncologist', roleWords: null, name: 'Dr Testa' },
  { role: 'other', roleWords: 'trial office', name: null },
]

/** What lists of meetings and outcomes are made of. */
export function MeetingParts() {
  const [recommendations, setRecommendations] = useState<Recommendation[]>([
    { id: idOf(41), type: 'biopsy', intent: 'notStated', text: 'Biopsy of the liver' },
    { id: idOf(42), type: null, intent: 'palliative', text: '' },
  ])
  const [actions, setActions] = useState<Action[]>([
    { id: idOf(43), text: 'Ask for the biopsy', owner: 'Dr Prova', due: '2026-11-26' },
  ])
  const keeping = { body: BLANK_OUTCOME, stored: null, error: null } as const
  return (
    <Group title="Meetings and outcomes">
      <State name="readiness, a case of each kind">
        <div>
          <ReadinessStrip rows={ROWS} active={ROWS[0]?.item.patientId ?? null} onGo={nothing} />
        </div>
      </State>
      <State name="awaited: overdue, without a day, come">
        <AwaitedRows
          awaited={AWAITED}
          today={TODAY}
          autoFocus={false}
          onChange={() => Promise.resolve()}
        />
      </State>
      <State name="people by role">
        <PeopleRows people={BOARD} blank={each => each} onChange={() => Promise.resolve()} />
      </State>
      <State name="recommendations, and none yet">
        <RecommendationRows
          rows={recommendations}
          autoFocus={false}
          onChange={setRecommendations}
        />
      </State>
      <State name="actions">
        <ActionRows rows={actions} today={TODAY} onChange={setActions} />
      </State>
      <State name="nothing typed, being kept, not kept, stored by somebody else">
        <KeepingLine keeping={{ ...keeping, state: 'kept' }} onAgain={nothing} onOverwrite={null} />
        <KeepingLine
          keeping={{ ...keeping, state: 'keeping' }}
          onAgain={nothing}
          onOverwrite={null}
        />
        <KeepingLine
          keeping={{ ...keeping, state: 'failed' }}
          onAgain={nothing}
          onOverwrite={null}
        />
        <KeepingLine
          keeping={{ ...keeping, state: 'failed' }}
          onAgain={nothing}
          onOverwrite={nothing}
        />
      </State>
      <State name="typed before">
        <TypedBefore onDiscard={nothing} />
      </State>
    </Group>
  )
}
