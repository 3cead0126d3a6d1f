import { describe, expect, test } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import type { Entry } from '../../../shared/case/entry.ts'
import { Lesion } from '../../../shared/case/lesion.ts'
import { SkinNote } from '../../../shared/case/skinNote.ts'
import { Specimen } from '../../../shared/case/specimen.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { carriedFields, followUpNote } from '../../../shared/forms/followUpNote.ts'
import { blankForm, fromForm } from '../../../shared/forms/forms.ts'
import { newForm, nextLesionLabel } from '../../../shared/forms/newEntry.ts'
import { NO_PIN, pinTyped } from '../../../shared/forms/pinField.ts'
import { brokenRules, referrersOf } from '../../../shared/history/caseRules.ts'
import { describeAct, describeEntry } from '../../../shared/history/describeChange.ts'
import { newsOf } from '../../../shared/since/newsOf.ts'
import {
  buildCase,
  buildEntry,
  buildLocal,
  buildSite,
  buildSpecimen,
  entryId,
  monthsAfter,
  on,
} from '../../support/builders.ts'
import { buildLesion, buildSkinNote, buildWound, lesionSize } from '../../support/skinBuilders.ts'

function broken(entries: readonly Entry[]): (readonly [string, string])[] {
  const touched = new Set(entries.map(({ id }) => id))
  return brokenRules(entries, touched).map(({ path, message }) => [path, message] as const)
}

describe('a case with skin lesions', () => {
  test('has the lesion that a note, a specimen and a treatment name', () => {
    expect(broken([buildEntry(2, buildSkinNote())])).toEqual([
      ['lesion', 'names no skin lesion of this case'],
    ])
    expect(broken([buildEntry(1, buildSite()), buildEntry(2, buildSkinNote())])).toEqual([
      ['lesion', 'names no skin lesion of this case'],
    ])
    const sound = [
      buildEntry(1, buildLesion({ site: entryId(5) })),
      buildEntry(2, buildSkinNote()),
      buildEntry(3, buildSpecimen({ lesion: entryId(1) })),
      buildEntry(4, buildLocal({ skinLesions: [entryId(1)] })),
      buildEntry(5, buildSite()),
    ]
    expect(broken(sound)).toEqual([])
    const named = referrersOf(sound, new Set([entryId(1)])).map(({ body }) => body.kind)
    expect(named).toEqual(['skinNote', 'specimen', 'local'])
  })

  test('names no two lesions alike, whatever the case of their letters', () => {
    const [one, other] = [buildLesion(), buildLesion({ label: ' l1' })]
    const entries = [buildEntry(1, one), buildEntry(2, other)]
    expect(broken(entries).map(([path]) => path)).toEqual(['label', 'label'])
    expect(nextLesionLabel([buildEntry(1, one)])).toBe('L2')
    expect(newForm('lesion', [buildEntry(1, one)]).label).toBe('L2')
  })

  test('has no note whose date counts from itself', () => {
    const when = monthsAfter(entryId(2), 1)
    const entries = [buildEntry(1, buildLesion()), buildEntry(2, buildSkinNote({ when }))]
    expect(broken(entries)).toEqual([['when', 'the date would count from itself']])
  })

  test('says in its history what was done to them', () => {
    expect(describeEntry(buildLesion())).toBe('skin lesion L1')
    expect(describeAct([{ action: 'create', body: buildSkinNote() }])).toBe('add skin note')
  })
})

describe('a lesion or a note as stored', () => {
  test('holds no answer, sign or colour that is on no list, and none twice', () => {
    const note = buildSkinNote()
    expect(SkinNote.safeParse({ ...note, findings: { bleeding: 'maybe' } }).success).toBe(false)
    expect(SkinNote.safeParse({ ...note, findings: { sneezing: 'yes' } }).success).toBe(false)
    expect(SkinNote.safeParse({ ...note, signs: { growth: null } }).success).toBe(false)
    expect(SkinNote.safeParse({ ...note, colours: ['red', 'red'] }).success).toBe(false)
    expect(SkinNote.safeParse({ ...note, painScore: 11 }).success).toBe(false)
    expect(SkinNote.safeParse({ ...note, painScore: 0 }).success).toBe(true)
    const { lesion: _, ...without } = note
    expect(SkinNote.safeParse(without).success).toBe(false)
  })

  test('pins only on a drawing that shows skin', () => {
    const pinned = { ...buildLesion(), pin: { plate: 'skeleton', x: 1, y: 1 } }
    expect(Lesion.safeParse(pinned).success).toBe(false)
  })

  test('reads a specimen that was written before lesions were', () => {
    const { lesion: _, ...earlier } = buildSpecimen()
    expect(Specimen.parse(earlier).lesion).toBeNull()
  })
})

describe('the forms of lesions and notes', () => {
  const entries = [buildEntry(1, buildLesion())]
  const context = formContext(entries, { today: '2026-11-22' })

  test('need a place, a label, and the lesion of a note, and nothing else', () => {
    const lesion = fromForm('lesion', blankForm('lesion'), null, context)
    expect(lesion.ok ? [] : lesion.error.map(({ path }) => path)).toEqual(['label', 'place.text'])
    const note = fromForm('skinNote', blankForm('skinNote'), null, context)
    expect(note.ok ? [] : note.error.map(({ path }) => path)).toEqual(['lesion'])
    const least = { ...blankForm('skinNote'), lesion: entryId(1) }
    expect(fromForm('skinNote', least, null, context)).toMatchObject({
      ok: true,
      value: buildSkinNote({ when: [] }),
    })
  })

  test('keep a pin to the last digit, and refuse one that is no place', () => {
    const pin = { plate: 'front', x: 41.37, y: -0.5 } as const
    const typed = {
      ...blankForm('lesion'),
      label: 'L2',
      place: { text: 'Scalp', picked: '', words: '' },
      pin: pinTyped(pin),
    }
    expect(fromForm('lesion', typed, null, context)).toMatchObject({ ok: true, value: { pin } })
    const wrong = { ...typed, pin: { ...NO_PIN, plate: 'front' as const } }
    expect(fromForm('lesion', wrong, null, context)).toMatchObject({ error: [{ path: 'pin' }] })
  })

  test('start a follow-up with how it looked and how it is cared for, and with nothing of that day', () => {
    const last = buildSkinNote({
      presentations: ['plaques'],
      colours: ['violaceous'],
      findings: { exudate: 'yes' },
      wound: buildWound({ dressings: ['charcoal'] }),
      sizes: [lesionSize([12, 8])],
      painScore: 7,
      course: 'larger',
      signs: { growth: 'yes' },
      culture: 'pending',
      antibiotic: 'clindamycin',
      text: 'seen with her daughter',
      author: 'Dr Testa',
    })
    const typed = { ...blankForm('skinNote'), ...followUpNote(last, context) }
    const read = fromForm('skinNote', typed, null, context)
    expect(read).toEqual({
      ok: true,
      value: buildSkinNote({
        when: [],
        presentations: ['plaques'],
        colours: ['violaceous'],
        findings: { exudate: 'yes' },
        wound: buildWound({ dressings: ['charcoal'] }),
      }),
    })
    expect(carriedFields(last)).toEqual(['presentations', 'colours', 'findings', 'wound'])
  })
})

describe('what is new since', () => {
  const lesion = buildEntry(1, buildLesion())
  const before = buildEntry(2, buildSkinNote({ course: 'stable' }))
  const after = buildEntry(2, buildSkinNote({ course: 'larger', when: on('2022-06-07') }))
  const touch = { at: '2026-11-20T08:05:00.000Z', userName: 'Dr Probe', times: 1 }

  function changes(then: readonly Entry[], now: readonly Entry[]) {
    const of = buildCase(now)
    const board = boardOf(of, { cutoff: '>=1', today: '2026-11-22' })
    const past = then.find(({ id }) => id === entryId(2)) ?? null
    const earlier = {
      from: '2026-11-12T00:00:00.000Z',
      by: 'day',
      existed: true,
      patient: null,
      order: then.map(({ id }) => id),
      touched: [{ id: entryId(2), was: past === null ? 'absent' : 'there', past, touch }],
    } as const
    const news = newsOf(
      of,
      { ...earlier, order: [...earlier.order], touched: [...earlier.touched], outcomes: [] },
      {
        board,
        today: '2026-11-22',
        zone: () => 0,
      },
    )
    return news.items.map(({ kind, name, changes: list }) => [
      kind,
      name.text,
      list.map(
        ({ label, was, now: said }) => `${label}: ${was?.text ?? '-'} > ${said?.text ?? '-'}`,
      ),
    ])
  }

  test('tells a new note, and what a note says otherwise than before', () => {
    expect(changes([lesion], [lesion, before])).toEqual([
      ['new', 'Skin note', ['Skin note: - > Note on skin lesion L1', 'When: - > 03-May-2022']],
    ])
    expect(changes([lesion, before], [lesion, after])).toEqual([
      ['changed', 'Skin note', ['When: 03-May-2022 > 07-Jun-2022', 'Course: stable > larger']],
    ])
  })
})
