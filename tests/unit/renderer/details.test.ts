import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoCase } from '../../../electron/demo/demoCase.ts'
import { differencesOf } from '../../../renderer/features/board/changeFacts.ts'
import type { Board } from '../../../shared/board/board.ts'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { detailGroups } from '../../../shared/board/details.ts'
import { collectFacts } from '../../../shared/board/fact.ts'
import type { Case } from '../../../shared/case/entry.ts'
import type { Change } from '../../../shared/history/change.ts'
import { ActId } from '../../../shared/ids.ts'

const READING = { cutoff: '>=1', today: '2026-11-22' } as const

let of: Case
let board: Board

beforeAll(async () => {
  of = await demoCase(join(import.meta.dirname, '../../../resources/demo/wu-2024.json'))
  board = boardOf(of, READING)
})

describe('the details of an entry', () => {
  test('hold every fact that the board has of it', () => {
    const items = [
      ...board.sites,
      ...board.specimens,
      ...board.systemic,
      ...board.local,
      ...board.imaging,
      ...board.assessments,
      ...board.conflicts,
      ...board.documents,
    ]
    const left = items.flatMap(item => {
      if (item.entry === null) return []
      const shown = new Set(
        detailGroups(board, item.entry).flatMap(({ facts }) => facts.map(fact => fact.id)),
      )
      return collectFacts(item)
        .map(fact => fact.id)
        .filter(id => !shown.has(id) && !isSaidInOtherWords(id))
    })
    expect(left).toEqual([])
  })

  test('are empty for an entry that the board does not show', () => {
    const context = of.entries.find(({ body }) => body.kind === 'context')
    expect(context && detailGroups(board, context.id)).toEqual([])
  })
})

/** A caption says again, shortly, what other facts say; the readings of a result stand in its value. */
function isSaidInOtherWords(id: string): boolean {
  return /\.caption$|\.reading\.\d+$/.test(id)
}

describe('the history of an entry', () => {
  test('says in the board’s words what was there before and after', () => {
    const entry = of.entries.find(({ body }) => body.kind === 'specimen' && body.label === 'D')
    if (entry?.body.kind !== 'specimen') throw new Error('the demo has a specimen D')
    const before = { ...entry.body, grade: 'II' }
    const after = { ...entry.body, grade: 'III' }
    expect(differencesOf(of, changeOf({ before, after, entityId: entry.id }), READING)).toEqual([
      { label: 'Found', before: 'grade II', after: 'grade III' },
    ])
  })

  test('says of the patient what was there before and after', () => {
    const { details } = of.patient
    const change = changeOf({
      kind: 'patient',
      entityId: of.patient.id,
      before: details,
      after: { ...details, born: '1971-03' },
    })
    expect(differencesOf(of, change, READING)).toContainEqual({
      label: 'Born',
      before: 'not recorded',
      after: 'Mar-1971',
    })
  })
})

function changeOf(part: Partial<Change>): Change {
  return {
    seq: 1,
    at: '2026-11-22T10:00:00.000Z',
    userName: 'Example',
    act: ActId.parse('00000000-0000-4000-8000-000000000001'),
    undoes: null,
    action: 'update',
    kind: 'specimen',
    patientId: of.patient.id,
    entityId: '',
    before: null,
    after: null,
    ...part,
  }
}
