import { describe, expect, it } from 'vitest'
import { pairOf } from '../../../renderer/features/compare/pairOf.ts'
import { buildSpecimen, entryId } from '../timeline/buildBoard.ts'

/** A, B without receptors, C, D: oldest first. */
const board = {
  specimens: [1, 2, 3, 4].map(n => buildSpecimen(n, { hasReceptors: n !== 2 })),
}
const [A, B, C, D] = [entryId(1), entryId(2), entryId(3), entryId(4)]

describe('the two specimens that were pointed at', () => {
  it('are the selected one and the other, the older first, in whichever order they were chosen', () => {
    expect(pairOf(board, D, A)).toEqual({ first: A, second: D })
    expect(pairOf(board, A, D)).toEqual({ first: A, second: D })
    expect(pairOf(board, B, C)).toEqual({ first: B, second: C })
  })

  it('are the only one and the nearest before it that has receptors', () => {
    expect(pairOf(board, D, null)).toEqual({ first: C, second: D })
    expect(pairOf(board, C, C)).toEqual({ first: A, second: C })
    expect(pairOf(board, null, C)).toEqual({ first: A, second: C })
  })

  it('are the first and the next one with receptors', () => {
    expect(pairOf(board, A, null)).toEqual({ first: A, second: C })
  })

  it('are none where no specimen was pointed at, or there is no other', () => {
    expect(pairOf(board, null, null)).toBeNull()
    expect(pairOf(board, entryId(99), null)).toBeNull()
    expect(pairOf({ specimens: board.specimens.slice(0, 1) }, A, null)).toBeNull()
  })
})
