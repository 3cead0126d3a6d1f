import { describe, expect, test } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Entry } from '../../../shared/case/entry.ts'
import { drawTimeline } from '../../../shared/timeline/drawTimeline.ts'
import {
  buildCase,
  buildEntry,
  buildSite,
  buildSpecimen,
  entryId,
  on,
} from '../../support/builders.ts'
import { buildLesion, buildSkinNote, lesionSize } from '../../support/skinBuilders.ts'
import { textsOf, withRole } from './readDrawing.ts'

const ENTRIES: readonly Entry[] = [
  buildEntry(1, buildLesion({ firstSeen: on('2022-01') })),
  buildEntry(2, buildSkinNote({ when: on('2022-05-03'), sizes: [lesionSize([12, 8])] })),
  buildEntry(
    3,
    buildSkinNote({ when: on('2022-09-07'), course: 'larger', signs: { growth: 'yes' } }),
  ),
  buildEntry(4, buildSpecimen({ label: 'E', lesion: entryId(1), collected: on('2022-12-01') })),
]

function draw(entries: readonly Entry[], collapsed = false) {
  const board = boardOf(buildCase(entries), { cutoff: '>=1', today: '2026-11-22' })
  const axis = board.axes.find(({ unavailable }) => unavailable === null)
  if (axis === undefined) throw new Error('no axis')
  return drawTimeline({
    board,
    axis,
    width: 1400,
    rowHeight: 19,
    labelWidth: 400,
    density: 'screen',
    selected: null,
    ...(collapsed ? { collapsed: new Set(['skin'] as const) } : {}),
  })
}

describe('the lane of the skin', () => {
  test('is there only where a lesion is recorded', () => {
    const lanes = (entries: readonly Entry[]) => draw(entries).lanes.map(({ name }) => name)
    expect(lanes(ENTRIES)).toEqual(['sites', 'receptors', 'treatment', 'imaging', 'skin'])
    expect(
      lanes(ENTRIES.slice(3).map(({ id }) => buildEntry(4, buildSpecimen({ label: id })))),
    ).toEqual(['sites', 'receptors', 'treatment', 'imaging'])
  })

  test('has no row for a lesion that its site says already, until a note is written on it', () => {
    const site = buildEntry(5, buildSite())
    const linked = buildEntry(1, buildLesion({ site: site.id }))
    const note = buildEntry(2, buildSkinNote({ when: on('2022-05-03') }))
    const lanes = (entries: readonly Entry[]) => draw(entries).lanes.map(({ name }) => name)
    expect(lanes([site, linked])).not.toContain('skin')
    expect(lanes([site, linked, note])).toContain('skin')
  })

  test('shows when it was first seen, what each note said, and a ticked sign', () => {
    const drawing = draw(ENTRIES)
    const lane = drawing.lanes.find(({ name }) => name === 'skin')
    const texts = textsOf(drawing)
      .filter(({ spans }) => (spans[0]?.y ?? 0) > (lane?.top ?? 0))
      .map(({ text }) => text)
    expect(texts).toEqual(
      expect.arrayContaining([
        'L1 ',
        'Scalp, side not stated',
        'first seen',
        '12 × 8 mm (ruler)',
        'larger',
        '!',
        'E',
      ]),
    )
    // Of the two notes, only the one with a sign stands out.
    expect(texts.filter(text => text === '!')).toHaveLength(1)
    expect(withRole(drawing, 'assessment').length).toBeGreaterThan(0)
  })

  test('lists the lesion and its notes as things to select, and leaves its biopsy to the receptors', () => {
    const rows = draw(ENTRIES).rows.map(({ entry, kind }) => [entry, kind])
    expect(rows).toEqual(
      expect.arrayContaining([
        [entryId(1), 'lesion'],
        [entryId(2), 'skinNote'],
        [entryId(3), 'skinNote'],
        [entryId(4), 'specimen'],
      ]),
    )
    expect(rows.filter(([entry]) => entry === entryId(4))).toHaveLength(1)
  })

  test('says in words what it draws, the signs with it', () => {
    const said = draw(ENTRIES).rows.find(({ entry }) => entry === entryId(3))?.label
    expect(said).toBe(
      'Note on skin lesion L1; 07-Sep-2022; larger; Growth or change in existing lesions',
    )
  })

  test('tells how many lesions and notes are out of view when it is collapsed', () => {
    expect(textsOf(draw(ENTRIES, true)).map(({ text }) => text)).toContain(
      '3 lesions and notes out of view',
    )
  })
})
