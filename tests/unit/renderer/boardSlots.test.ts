import { describe, expect, test } from 'vitest'
import { arrange, type BoardSlots, NO_SLOTS } from '../../../renderer/features/board/boardSlots.ts'
import { PatientId } from '../../../shared/ids.ts'

const id = (n: number) => PatientId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const [anna, berta, clara, dora] = [id(1), id(2), id(3), id(4)]

const keyOf = ({ slots }: BoardSlots, patient: PatientId) =>
  slots.find(slot => slot.patientId === patient)?.key
const whose = ({ slots }: BoardSlots) => slots.map(slot => slot.patientId)

describe('places for boards', () => {
  test('a board drawn ahead is the one that is shown when its patient is opened', () => {
    const ahead = arrange(NO_SLOTS, null, [anna])
    const opened = arrange(ahead, anna, [])
    expect(whose(opened)).toEqual([anna])
    expect(keyOf(opened, anna)).toBe(keyOf(ahead, anna))
  })

  test('nothing of a visit is left when the patient is opened again', () => {
    const first = arrange(NO_SLOTS, anna, [])
    const left = arrange(first, null, [])
    expect(left.slots).toEqual([])
    expect(keyOf(arrange(left, anna, []), anna)).not.toBe(keyOf(first, anna))
  })

  test('a patient who is left and expected again gets another board than the one that was left', () => {
    const first = arrange(NO_SLOTS, anna, [berta])
    const second = arrange(first, berta, [anna])
    expect(keyOf(second, berta)).toBe(keyOf(first, berta))
    expect(keyOf(second, anna)).not.toBe(keyOf(first, anna))
  })

  test('no two visits and no two patients ever share a key', () => {
    const path = [anna, berta, anna, null, anna, clara, berta, null, berta]
    const seen = new Map<number, string>()
    let state: BoardSlots = NO_SLOTS
    path.forEach((shown, visit) => {
      state = arrange(state, shown, [berta, dora])
      for (const { key, patientId } of state.slots) {
        expect(seen.get(key) ?? patientId).toBe(patientId)
        seen.set(key, patientId)
      }
      const key = shown === null ? null : keyOf(state, shown)
      expect(key, `visit ${visit}`).not.toBe(undefined)
    })
    const shownKeys = path.reduce<{ state: BoardSlots; keys: number[] }>(
      ({ state: last, keys }, shown) => {
        const next = arrange(last, shown, [])
        const key = shown === null ? [] : [keyOf(next, shown) ?? 0]
        return { state: next, keys: [...keys, ...key] }
      },
      { state: NO_SLOTS, keys: [] },
    ).keys
    expect(new Set(shownKeys).size).toBe(shownKeys.length)
  })

  test('who is no longer expected is forgotten, and no more than two are drawn ahead', () => {
    const many = arrange(NO_SLOTS, anna, [berta, clara, dora, anna])
    expect(whose(many)).toEqual([anna, berta, clara])
    expect(whose(arrange(many, anna, [dora]))).toEqual([anna, dora])
  })

  test('where nothing changes nothing is drawn again', () => {
    const state = arrange(NO_SLOTS, anna, [berta])
    expect(arrange(state, anna, [berta])).toBe(state)
    expect(arrange(state, anna, [berta, berta, anna])).toBe(state)
  })
})
