import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createOutcomeKeeper,
  type Keeping,
} from '../../../renderer/features/outcomes/outcomeKeeper.ts'
import { MeetingId, OutcomeId, PatientId } from '../../../shared/ids.ts'
import { BLANK_OUTCOME, type Outcome, type OutcomeBody } from '../../../shared/meeting/outcome.ts'

const ID = '00000000-0000-4000-8000-000000000001'

function stored(revision: number, body: OutcomeBody): Outcome {
  return {
    id: OutcomeId.parse(ID),
    meetingId: MeetingId.parse(ID),
    patientId: PatientId.parse(ID),
    revision,
    savedAt: '2026-11-26T14:00:00.000Z',
    savedBy: 'Dr Testa',
    body,
    signed: null,
    addenda: [],
    followUps: [],
    progress: [],
  }
}

function typed(rationale: string): OutcomeBody {
  return { ...BLANK_OUTCOME, rationale }
}

/** A keeper over a service that answers when it is told to. */
function keeperOf(first: Outcome | null = null) {
  const saves: { revision: number | null; rationale: string }[] = []
  const answers: ((how: 'ok' | 'refused') => void)[] = []
  const states: Keeping['state'][] = []
  const keeper = createOutcomeKeeper({
    stored: first,
    blank: BLANK_OUTCOME,
    save: (revision, body) => {
      saves.push({ revision, rationale: body.rationale })
      return new Promise((resolve, reject) => {
        answers.push(how =>
          how === 'ok' ? resolve(stored((revision ?? 0) + 1, body)) : reject(new Error('refused')),
        )
      })
    },
    onChange: ({ state }) => states.push(state),
  })
  const answer = async (how: 'ok' | 'refused' = 'ok') => {
    answers.shift()?.(how)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { keeper, saves, states, answer }
}

describe('an outcome that is typed', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('is sent after a pause, all of it at once', async () => {
    const { keeper, saves, answer } = keeperOf()
    keeper.change(typed('f'))
    await vi.advanceTimersByTimeAsync(200)
    keeper.change(typed('fu'))
    await vi.advanceTimersByTimeAsync(399)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saves).toEqual([{ revision: null, rationale: 'fu' }])
    expect(keeper.get().state).toBe('keeping')
    await answer()
    expect(keeper.get().state).toBe('kept')
  })

  test('is sent within a second of the first letter, however fast the typing goes on', async () => {
    const { keeper, saves } = keeperOf()
    for (let at = 1; at <= 9; at++) {
      keeper.change(typed('x'.repeat(at)))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(saves).toHaveLength(1)
  })

  test('names the revision that the save before it left, and waits for its answer', async () => {
    const { keeper, saves, answer } = keeperOf(stored(4, typed('a')))
    keeper.change(typed('ab'))
    void keeper.flush()
    keeper.change(typed('abc'))
    void keeper.flush()
    expect(saves).toEqual([{ revision: 4, rationale: 'ab' }])
    await answer()
    expect(saves).toEqual([
      { revision: 4, rationale: 'ab' },
      { revision: 5, rationale: 'abc' },
    ])
    await answer()
    expect(keeper.get()).toMatchObject({ state: 'kept', stored: { revision: 6 } })
  })

  test('is flushed for a lock: the promise ends once all of it is on disk', async () => {
    const { keeper, answer } = keeperOf()
    keeper.change(typed('to be kept'))
    let isDone = false
    void keeper.flush().then(() => {
      isDone = true
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(isDone).toBe(false)
    await answer()
    expect(isDone).toBe(true)
  })

  test('that was refused stays as it was typed, says so, and is tried again by itself', async () => {
    const { keeper, saves, answer } = keeperOf()
    keeper.change(typed('kept'))
    void keeper.flush()
    await answer('refused')
    expect(keeper.get()).toMatchObject({ state: 'failed', body: { rationale: 'kept' } })
    await vi.advanceTimersByTimeAsync(2000)
    expect(saves).toHaveLength(2)
    await answer()
    expect(keeper.get()).toMatchObject({ state: 'kept', error: null })
  })

  test('goes over what somebody else stored only when a person says so', async () => {
    const { keeper, saves, answer } = keeperOf(stored(1, typed('a')))
    keeper.change(typed('mine'))
    void keeper.flush()
    await answer('refused')
    void keeper.rebase(stored(7, typed('theirs')))
    await vi.advanceTimersByTimeAsync(0)
    expect(saves.at(-1)).toEqual({ revision: 7, rationale: 'mine' })
  })

  test('is not replaced by an answer to something else while it is not kept yet', () => {
    const { keeper } = keeperOf(stored(1, typed('a')))
    keeper.change(typed('ab'))
    keeper.take(stored(2, typed('older')))
    expect(keeper.get().body.rationale).toBe('ab')
  })
})
