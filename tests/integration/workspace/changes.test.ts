import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appendChange,
  changesOfAct,
  lastRedoableAct,
  lastUndoableAct,
  listChanges,
  type NewChange,
  verifyChain,
} from '../../../electron/db/queries/changes.ts'
import { type Act, redoableAct, undoableAct } from '../../../electron/db/undoHistory.ts'
import { buildChange, newWorkspace } from './support.ts'

async function newDb() {
  return (await newWorkspace()).workspace.db
}

describe('the history', () => {
  test('keeps who, when, before and after, in order, and lists a patient newest first', async () => {
    const db = await newDb()
    // The first row says who began the workspace.
    const first = buildChange()
    const second = buildChange({ action: 'update', before: { note: 'first' }, after: { note: 2 } })
    const other = buildChange({ patientId: 'patient-2', act: 'act-2' })
    const opened = buildChange({
      patientId: null,
      entity: 'workspace',
      action: 'open',
      after: null,
    })
    expect([first, second, other, opened].map(each => appendChange(db, each))).toEqual([2, 3, 4, 5])
    const list = (limit: number, before: number | null) =>
      listChanges(db, 'patient-1', { limit, before })
    expect(list(10, null)).toEqual([
      { ...second, seq: 3 },
      { ...first, seq: 2 },
    ])
    expect([list(1, null), list(1, 3)].flat().map(each => each.seq)).toEqual([3, 2])
    expect(changesOfAct(db, 'act-1').map(each => each.seq)).toEqual([2, 3, 5])
    expect(changesOfAct(db, 'act-9')).toEqual([])
  })

  test('goes with the transaction that it belongs to', async () => {
    const db = await newDb()
    const fails = db.transaction(() => {
      appendChange(db, buildChange())
      throw new Error('the act failed')
    })
    expect(fails).toThrow('the act failed')
    expect(appendChange(db, buildChange())).toBe(2)
    expect(verifyChain(db)).toBeNull()
  })
})

describe('the chain of hashes', () => {
  async function dbWithChanges() {
    const db = await newDb()
    for (let n = 1; n <= 5; n++) appendChange(db, buildChange({ entityId: `entry-${n}` }))
    db.exec('DROP TRIGGER changes_are_never_updated; DROP TRIGGER changes_are_never_deleted')
    return db
  }

  test('holds for an empty and for an untouched history', async () => {
    expect(verifyChain(await newDb())).toBeNull()
    expect(verifyChain(await dbWithChanges())).toBeNull()
  })

  test.each([
    'at',
    'user_id',
    'user_name',
    'patient_id',
    'entity_id',
    'kind',
    'before',
    'after',
    'act',
    'undoes',
    'hash',
  ])('breaks at the change whose %s was altered', async column => {
    const db = await dbWithChanges()
    db.exec(`UPDATE changes SET ${column} = 'altered' WHERE seq = 3`)
    expect(verifyChain(db)).toBe(3)
  })

  test.each([
    ['a change in the middle was deleted', 'DELETE FROM changes WHERE seq = 2', 2],
    ['the last change was deleted', 'DELETE FROM changes WHERE seq = 5', 5],
    ['all were deleted', 'DELETE FROM changes', 1],
    [
      'two were swapped',
      'UPDATE changes SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN 2 ELSE seq END; UPDATE changes SET seq = 3 WHERE seq = -3',
      2,
    ],
    ['an action was altered', `UPDATE changes SET action = 'remove' WHERE seq = 4`, 4],
  ])('breaks where %s', async (_, sql, seq) => {
    const db = await dbWithChanges()
    db.exec(sql)
    expect(verifyChain(db)).toBe(seq)
  })
})

describe('undo and redo', () => {
  const act = (id: string, undoes: string | null = null): Act => ({ id, undoes })

  test.each<[string, Act[], string | null, string | null]>([
    ['nothing done', [], null, null],
    ['two acts', [act('a'), act('b')], 'b', null],
    ['one of two undone', [act('a'), act('b'), act('u', 'b')], 'a', 'u'],
    ['both undone', [act('a'), act('b'), act('u', 'b'), act('v', 'a')], null, 'v'],
    ['one redone', [act('a'), act('b'), act('u', 'b'), act('v', 'a'), act('r', 'v')], 'r', 'u'],
    ['a new act after an undo', [act('a'), act('b'), act('u', 'b'), act('c')], 'c', null],
    [
      'undone behind a new act',
      [act('a'), act('b'), act('u', 'b'), act('c'), act('v', 'c')],
      'a',
      'v',
    ],
    ['redone and undone again', [act('a'), act('u', 'a'), act('r', 'u'), act('v', 'r')], null, 'v'],
  ])('with %s', (_, acts, undoable, redoable) => {
    expect([undoableAct(acts), redoableAct(acts)]).toEqual([undoable, redoable])
  })

  test('behave like two stacks whatever a person presses', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('act', 'undo', 'redo')), presses => {
        const acts: Act[] = []
        // The model: values on two stacks. An act's value is the act that first did it.
        const undo: string[] = []
        const redo: string[] = []
        const originOf = (id: string | null): string | undefined => {
          const found = acts.find(each => each.id === id)
          return found?.undoes == null ? found?.id : originOf(found.undoes)
        }
        for (const [n, press] of presses.entries()) {
          const target = press === 'undo' ? undoableAct(acts) : redoableAct(acts)
          if (press === 'act') {
            acts.push(act(`${n}`))
            undo.push(`${n}`)
            redo.length = 0
          } else if (target !== null) {
            acts.push(act(`${n}`, target))
            const value = press === 'undo' ? undo.pop() : redo.pop()
            if (value === undefined) throw new Error('the model has nothing left')
            ;(press === 'undo' ? redo : undo).push(value)
          }
          expect(originOf(undoableAct(acts))).toBe(undo.at(-1))
          expect(originOf(redoableAct(acts))).toBe(redo.at(-1))
        }
      }),
    )
  })

  test('see only the acts of one user that changed one patient', async () => {
    const db = await newDb()
    const add = (overrides: Partial<NewChange>) => appendChange(db, buildChange(overrides))
    add({ act: 'mine', entityId: 'entry-1' })
    add({ act: 'mine', entityId: 'entry-2' })
    add({ act: 'theirs', userId: 'user-2' })
    add({ act: 'elsewhere', patientId: 'patient-2' })
    add({ act: 'undone', undoes: 'mine', action: 'remove' })
    add({ act: 'printed', action: 'print', after: null })
    const both = (user: string, patient: string) => [
      lastUndoableAct(db, user, patient),
      lastRedoableAct(db, user, patient),
    ]
    expect([
      both('user-1', 'patient-1'),
      both('user-2', 'patient-1'),
      both('user-1', 'patient-2'),
    ]).toEqual([
      [null, 'undone'],
      ['theirs', null],
      ['elsewhere', null],
    ])
  })
})
