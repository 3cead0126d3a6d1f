import { describe, expect, it } from 'vitest'
import { blankContext } from '../../../shared/case/blank.ts'
import { ENTRY_KINDS, EntryBody } from '../../../shared/case/entry.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { conflictForm } from '../../../shared/forms/conflictForm.ts'
import { dateWarnings } from '../../../shared/forms/dateWarnings.ts'
import { draftKey, keepDraft, readDraft, textsIn } from '../../../shared/forms/draft.ts'
import { fromForm, toForm } from '../../../shared/forms/forms.ts'
import { chosen, mergeBodies } from '../../../shared/forms/merge.ts'
import {
  newForm,
  nextConflictLabel,
  nextSpecimenLabel,
  specimenFrom,
} from '../../../shared/forms/newEntry.ts'
import { patientForm } from '../../../shared/forms/patientForm.ts'
import { REQUIRED_FIELDS } from '../../../shared/forms/required.ts'
import { fieldErrorsOf } from '../../../shared/forms/servicePath.ts'
import { NONE_HOLDS, settleChanges, settleForm } from '../../../shared/forms/settle.ts'
import type { CaseConflict } from '../../../shared/rules/conflicts.ts'
import {
  buildConflict,
  buildDetails,
  buildSite,
  buildSpecimen,
  buildSystemic,
  entryId,
  on,
  patientId,
} from '../../support/builders.ts'

const context = formContext([], { today: '2026-11-22' })

describe('the fields that a form cannot do without', () => {
  it.each(ENTRY_KINDS)('are the named ones for %s, and at most six', kind => {
    const required = REQUIRED_FIELDS[kind]
    expect(required.length).toBeLessThanOrEqual(6)
    // A new form is prefilled with a free label: without it, exactly the required fields are asked for.
    const blank = newForm(kind, [])
    const typed = 'label' in blank ? { ...blank, label: '' } : blank
    const asked: string[] = []
    const read = fromForm(kind, typed as never, null, context)
    if (!read.ok) asked.push(...read.error.map(({ path }) => path))
    const named = required.map(path => path.replace(/^statements\.1$/, 'statements.0'))
    const shadowed = kind === 'assessment' ? ['type'] : [...new Set<string>(named)]
    expect(asked.toSorted()).toEqual(shadowed.toSorted())
  })

  it('are enough to save a site, a specimen with receptors, and a drug change', () => {
    const site = newForm('site', [])
    const place = { text: 'Scalp', picked: '', words: '' }
    expect(fromForm('site', { ...site, place, certainty: 'confirmed' }, null, context).ok).toBe(
      true,
    )
    const specimen = newForm('specimen', [])
    expect(fromForm('specimen', { ...specimen, procedure: 'punch' }, null, context).ok).toBe(true)
    const systemic = newForm('systemic', [])
    const [first] = toForm(buildSystemic(), context).drugs
    if (first === undefined) throw new Error('a drug')
    expect(fromForm('systemic', { ...systemic, drugs: [first] }, null, context).ok).toBe(true)
  })

  it('hold a name for a patient, or what the case is called', () => {
    const read = (typed: Partial<typeof patientForm.blank>) =>
      patientForm.read({ ...patientForm.blank, ...typed }, null, context, '')
    expect(read({})).toMatchObject({ ok: false, error: [{ path: 'familyName' }] })
    expect(read({ caseName: 'Published case' }).ok).toBe(true)
    expect(read({ familyName: 'Testfall' })).toMatchObject({ ok: true, value: { identifiers: [] } })
  })
})

describe('a patient form', () => {
  const details = buildDetails({
    identifiers: [{ kind: 'nhs', label: 'NHS No.', value: '943 476 5918' }],
  })

  it('refuses a new NHS number that is not one and leaves a recorded one alone', () => {
    const shown = patientForm.show(details, context)
    const was = { value: details, shown }
    expect(patientForm.read({ ...shown, gender: 'woman' }, was, context, '')).toMatchObject({
      ok: true,
      value: { gender: 'woman', identifiers: details.identifiers },
    })
    const typed = {
      ...shown,
      identifiers: shown.identifiers.map(row => ({
        ...row,
        value: { ...row.value, value: row.value.kind === 'nhs' ? '943 476 5917' : '' },
      })),
    }
    expect(patientForm.read(typed, was, context, '')).toMatchObject({
      ok: false,
      error: [{ path: 'identifiers.0.value.value' }],
    })
  })

  it('keeps numbers, birth and death', () => {
    const full = buildDetails({ deceased: { on: '2024-05' } })
    const shown = patientForm.show(full, context)
    const was = { value: full, shown }
    expect(patientForm.read(shown, was, context, '')).toEqual({ ok: true, value: full })
    expect(patientForm.read({ ...shown, title: 'Dr' }, was, context, '')).toEqual({
      ok: true,
      value: { ...full, title: 'Dr' },
    })
    const undead = { ...shown, deceased: { isDeceased: false, on: '2024' } }
    expect(patientForm.read(undead, was, context, '').ok).toBe(false)
  })
})

describe('a new entry', () => {
  it('has a label that is free in its case', () => {
    const specimens = ['A', ' b '].map((label, at) => ({
      id: entryId(at + 1),
      revision: 1,
      body: buildSpecimen({ label }),
    }))
    expect(nextSpecimenLabel(specimens)).toBe('C')
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((label, at) => ({
      id: entryId(at + 1),
      revision: 1,
      body: buildSpecimen({ label }),
    }))
    expect(nextSpecimenLabel(alphabet)).toBe('AA')
    expect(
      nextConflictLabel([{ id: entryId(9), revision: 1, body: buildConflict({ label: 'x1' }) }]),
    ).toBe('X2')
    expect(newForm('specimen', specimens).label).toBe('C')
  })

  it('takes a site’s place and side for a specimen from it', () => {
    const preset = specimenFrom(buildSite({ side: 'left' }), entryId(4), context)
    expect(newForm('specimen', [], preset)).toMatchObject({ site: entryId(4), side: 'left' })
  })
})

describe('dates that ask', () => {
  it('are those before birth, after death and in the future, wherever they stand', () => {
    const body = buildSite({
      firstSeen: on('1960'),
      course: [{ status: 'stable', when: on('2030-01-01'), note: null }],
    })
    const life = { born: '1971-03-15', deceased: null }
    expect(dateWarnings(body, life, '2026-11-22').map(({ path }) => path)).toEqual([
      'firstSeen.0',
      'course.0.when.0',
    ])
    expect(dateWarnings(body, { born: null, deceased: { on: '2020' } }, '2031-01-01')).toHaveLength(
      1,
    )
  })
})

describe('two changes of one entry', () => {
  const base = buildSite({ note: 'old', side: 'left', findings: null })
  const mine = { ...base, note: 'mine', side: 'right' as const }
  const theirs = { ...base, note: 'theirs', findings: 'new' }

  it('are put together where they do not touch, and asked about where they do', () => {
    const merge = mergeBodies(base, mine, theirs)
    expect(merge.contested).toEqual([
      { field: 'note', base: 'old', mine: 'mine', theirs: 'theirs' },
    ])
    expect(merge.merged).toEqual({ ...base, side: 'right', findings: 'new', note: 'theirs' })
    expect(chosen(merge, new Set(['note'])).note).toBe('mine')
    expect(chosen(merge, new Set())).toEqual(merge.merged)
  })
})

describe('a draft of a form', () => {
  const body = buildSpecimen()
  const shown = toForm(body, context)
  const typed = { ...shown, note: 'half a sente' }
  const draft = {
    kind: 'specimen',
    id: entryId(3),
    revision: 2,
    opened: { body, shown },
    typed,
  } as const

  it('comes back as it was kept', () => {
    const kept = JSON.parse(JSON.stringify(keepDraft(draft)))
    expect(readDraft('specimen', kept)).toEqual(draft)
  })

  it('is not taken for another form’s, and its texts can still be read', () => {
    const kept = keepDraft(draft)
    expect(readDraft('site', kept)).toBeNull()
    expect(readDraft('specimen', { ...draft, version: 1, typed: { note: 'x' } })).toBeNull()
    expect(textsIn({ typed: { note: 'half a sente', key: 'was0' } })).toEqual(['half a sente'])
  })

  it('is kept apart for each new kind and each entry', () => {
    expect(draftKey('site', patientId(1), null)).not.toBe(draftKey('specimen', patientId(1), null))
    expect(draftKey('site', patientId(1), entryId(1))).not.toBe(
      draftKey('site', patientId(1), entryId(2)),
    )
  })
})

describe('settling a conflict', () => {
  const who = { by: 'Dr Test', at: '2026-11-22T14:32:00.000Z', newId: entryId(8) }
  const body = buildConflict()
  const recorded: CaseConflict = {
    origin: 'recorded',
    entry: entryId(5),
    label: body.label,
    title: body.title,
    about: body.about,
    statements: body.statements,
    settlement: null,
    note: null,
  }
  const entries = [{ id: entryId(5), revision: 3, body }]

  it('needs a choice and a reason', () => {
    const read = settleChanges(recorded, entries, settleForm(null), who)
    expect(read).toMatchObject({ ok: false, error: [{ path: 'holds' }, { path: 'reason' }] })
    expect(settleChanges(recorded, entries, { holds: '9', reason: 'why' }, who).ok).toBe(false)
  })

  it('keeps the statements of a recorded conflict', () => {
    expect(settleChanges(recorded, entries, { holds: '1', reason: 'why' }, who)).toEqual({
      ok: true,
      value: [
        {
          do: 'update',
          id: entryId(5),
          revision: 3,
          body: { ...body, settlement: { holds: 1, reason: 'why', by: who.by, at: who.at } },
        },
      ],
    })
  })

  it('writes a found conflict down with both its statements in the same act', () => {
    const found: CaseConflict = { ...recorded, origin: 'automatic', entry: null, label: 'R1' }
    const read = settleChanges(found, entries, { holds: NONE_HOLDS, reason: 'neither' }, who)
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          do: 'create',
          id: entryId(8),
          body: { statements: body.statements, settlement: { holds: null, reason: 'neither' } },
        },
      ],
    })
  })

  it('follows its statement when another one is taken away', () => {
    const three = buildConflict({
      statements: ['a', 'b', 'c'].map(short => ({ short, text: short, source: null })),
      settlement: { holds: 2, reason: 'why', by: 'Dr Test', at: who.at },
    })
    const shown = conflictForm.show(three, context)
    const without = (short: string) => ({
      ...shown,
      statements: shown.statements.filter(row => row.value.short !== short),
    })
    const was = { value: three, shown }
    expect(conflictForm.read(without('a'), was, context, '')).toMatchObject({
      ok: true,
      value: { settlement: { holds: 1 } },
    })
    expect(conflictForm.read(without('c'), was, context, '')).toMatchObject({
      ok: false,
      error: [{ path: 'statements' }],
    })
  })
})

describe('a refusal of the service', () => {
  it('is shown at the field that it speaks of', () => {
    expect(
      fieldErrorsOf([
        { path: 'changes[0].body.label', message: 'another specimen of this case has this label' },
        { path: 'changes[0].body.results[1].marker', message: 'must not be blank' },
        { path: 'changes[0].body.bodySite', message: 'does not fit' },
        { path: 'details.identifiers[0].value', message: 'an NHS number has exactly 10 digits' },
      ]),
    ).toEqual([
      { path: 'label', message: 'Another specimen of this case has this label.' },
      { path: 'results.1', message: 'Must not be blank.' },
      { path: 'place.text', message: 'Does not fit.' },
      { path: 'identifiers.0', message: 'An NHS number has exactly 10 digits.' },
    ])
  })
})

describe('a case without a context', () => {
  it('starts with one in which nothing is recorded', () => {
    expect(EntryBody.safeParse(blankContext()).success).toBe(true)
  })
})
