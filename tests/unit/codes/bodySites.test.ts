import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Side } from '../../../shared/case/common.ts'
import { ORGAN_GROUPS, type SidedCode } from '../../../shared/codes/bodySites/bodySite.ts'
import {
  BODY_SITE_IDS,
  BODY_SITES,
  bodySiteById,
  bodySiteByName,
  bodySiteLabel,
  findBodySites,
  icd10CmSecondaryCodes,
  snomedSecondaryDisorders,
  snomedStructures,
} from '../../../shared/codes/bodySites.ts'
import { foldCompact } from '../../../shared/codes/fold.ts'
import { VERIFIED_SITE_SNOMED } from './verifiedSiteCodes.ts'

function site(id: string) {
  const found = bodySiteById(id)
  if (found === null) throw new Error(`no body site ${id}`)
  return found
}
const codes = (code: SidedCode | null) =>
  code === null ? [] : [code.any, code.left, code.right].filter(one => one !== null)

describe('the body-site list', () => {
  test('has 69 places with ids of their own, in the order of their groups', () => {
    expect(new Set(BODY_SITE_IDS).size).toBe(69)
    expect(new Set(BODY_SITES.map(one => one.label)).size).toBe(69)
    const order = BODY_SITES.map(one => ORGAN_GROUPS.indexOf(one.group))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size).toBe(ORGAN_GROUPS.length)
  })

  test('has every organ and named bone of FEATURES S3', () => {
    const named = `breast chest-wall skin-scalp skull clavicle scapula ilium femur cerebellum adrenal kidney lung liver
      brain small-intestine duodenum large-intestine bladder stomach peritoneum pituitary meninges leptomeninges
      axillary-node skin-axilla skin-neck skin-abdomen skin-back skin-upper-limb skin-lower-limb skin-other bone`
    for (const id of named.split(/\s+/)) expect(BODY_SITE_IDS).toContain(id)
  })

  test('marks bones, and nothing else, as lytic or blastic', () => {
    const bones = BODY_SITES.filter(one => one.bone)
    expect(bones).toHaveLength(16)
    expect(bones.every(one => one.group === 'bone')).toBe(true)
    expect(BODY_SITES.filter(one => one.group === 'bone')).toEqual(bones)
  })

  test('asks for a side where there are two', () => {
    const sided = ['breast', 'skin-scalp', 'skull', 'femur', 'kidney', 'lung'].map(site)
    expect(sided.every(one => one.hasSides)).toBe(true)
    const single = ['liver', 'sternum', 'sacrum', 'bladder', 'brainstem', 'bone-marrow'].map(site)
    expect(single.some(one => one.hasSides)).toBe(false)
  })

  test('gives every verified SNOMED code, but the few that no place of the list stands for', () => {
    const given = new Set(
      BODY_SITES.flatMap(one => [
        ...codes(one.snomedStructure),
        ...codes(one.snomedSecondary),
        ...(one.snomedSidedStructure === null ? [] : [one.snomedSidedStructure]),
      ]),
    )
    const verified = new Set(VERIFIED_SITE_SNOMED)
    expect([...given].filter(code => !verified.has(code))).toEqual([])
    // Skin of the anterior abdominal wall, shaft and neck of femur, carcinomatous skin metastasis, pathological fracture.
    expect([...verified].filter(code => !given.has(code))).toEqual([
      '75093004',
      '41111004',
      '29627003',
      '404092006',
      '134421000',
    ])
  })

  test('gives ICD-10-CM secondary codes of the verified categories only', () => {
    const verified = `C77.0 C77.1 C77.2 C77.3 C77.4 C78.00 C78.01 C78.02 C78.2 C78.4 C78.5 C78.6 C78.7 C79.00 C79.01 C79.02
      C79.11 C79.2 C79.31 C79.51 C79.52 C79.60 C79.61 C79.62 C79.70 C79.71 C79.72 C79.81`
    expect(new Set(BODY_SITES.flatMap(one => codes(one.icd10Cm)).toSorted())).toEqual(
      new Set(verified.split(/\s+/)),
    )
  })

  test('has no code where none is verified: none is guessed from a wider place', () => {
    const bare = ['cervical-vertebra', 'sacrum', 'humerus', 'brainstem', 'skin-face', 'pancreas']
    expect(bare.map(id => site(id).snomedSecondary)).toEqual(bare.map(() => null))
    const withoutIcd = ['chest-wall', 'meninges', 'supraclavicular-node', 'spleen', 'other']
    expect(withoutIcd.map(id => site(id).icd10Cm)).toEqual(withoutIcd.map(() => null))
    const all = JSON.stringify(BODY_SITES)
    for (const unverified of ['C44.4', 'C41.0', 'C40.2', 'C71.6', 'C79.89', 'C79.3"']) {
      expect(all).not.toContain(unverified)
    }
  })
})

describe('codes and names by side', () => {
  const demo: readonly [string, Side | null, string, readonly string[], readonly string[]][] = [
    ['chest-wall', 'right', 'Chest wall', ['94253005'], []],
    ['skin-scalp', null, 'Scalp', ['94570001'], ['C79.2']],
    ['skull', null, 'Skull', ['94220000'], ['C79.51']],
    ['clavicle', 'left', 'Clavicle', ['94256002'], ['C79.51']],
    ['scapula', 'left', 'Scapula', ['94529003'], ['C79.51']],
    ['ilium', 'left', 'Iliac bone', ['94337005'], ['C79.51']],
    ['femur', 'right', 'Femur', ['94300004'], ['C79.51']],
    ['cerebellum', 'right', 'Cerebellar hemisphere', ['94245002'], ['C79.31']],
    ['adrenal', 'left', 'Adrenal gland', ['353721000119100'], ['C79.72']],
    ['kidney', 'right', 'Kidney', ['1079541000119102'], ['C79.01']],
  ]
  test.each(demo)('%s, %s, is %s', (id, side, label, snomed, icd) => {
    expect(bodySiteLabel(site(id), side)).toBe(label)
    expect(snomedSecondaryDisorders(site(id), side)).toEqual(snomed)
    expect(icd10CmSecondaryCodes(site(id), side)).toEqual(icd)
  })

  test('a side not stated takes the code without a side', () => {
    expect(snomedSecondaryDisorders(site('adrenal'), null)).toEqual(['94161006'])
    expect(icd10CmSecondaryCodes(site('lung'), null)).toEqual(['C78.00'])
    expect(bodySiteLabel(site('cerebellum'), null)).toBe('Cerebellum')
  })

  test('both sides take two codes where each side has its own', () => {
    expect(snomedStructures(site('breast'), 'bilateral')).toEqual(['73056007', '80248007'])
    expect(icd10CmSecondaryCodes(site('ovary'), 'bilateral')).toEqual(['C79.61', 'C79.62'])
    expect(snomedStructures(site('liver'), 'bilateral')).toEqual(['10200004'])
  })

  test('a side without a code of its own takes the place’s', () => {
    expect(snomedStructures(site('acetabulum'), 'right')).toEqual(['719537008'])
    expect(snomedStructures(site('acetabulum'), 'left')).toEqual(['37783008'])
    expect(snomedStructures(site('cerebellum'), 'right')).toEqual(['6566002'])
    expect(snomedStructures(site('cerebellum'), 'midline')).toEqual(['113305005'])
  })
})

describe('finding a body site', () => {
  test.each([
    ['Iliac bone', 'ilium', 'label'],
    ['cerebellar hemisphere', 'cerebellum', 'label'],
    ['collar bone', 'clavicle', 'synonym'],
    ['Shoulder-Blade', 'scapula', 'synonym'],
    ['skin of scalp', 'skin-scalp', 'synonym'],
    ['suprarenal gland', 'adrenal', 'synonym'],
    ['L1', 'lumbar-vertebra', 'synonym'],
    ['th 12', 'thoracic-vertebra', 'synonym'],
    ['T12 vertebra', 'thoracic-vertebra', 'synonym'],
    ['C7', 'cervical-vertebra', 'synonym'],
    ['hilar nodes', 'hilar-node', 'synonym'],
  ])('%s is exactly %s, by its %s', (query, id, matchedBy) => {
    expect(findBodySites(query, 1)).toMatchObject([{ item: { id }, matchedBy, exact: true }])
    expect(bodySiteByName(query)?.id).toBe(id)
  })

  test.each([
    ['cerebelum', 'cerebellum'],
    ['clavical', 'clavicle'],
    ['adernal', 'adrenal'],
    ['steernum', 'sternum'],
  ])('%s is offered as a misspelling of %s, and never taken for it', (query, id) => {
    expect(findBodySites(query, 1)).toMatchObject([
      { item: { id }, matchedBy: 'misspelling', exact: false },
    ])
    expect(bodySiteByName(query)).toBeNull()
  })

  test.each([
    ['left pedicle of L1', 'lumbar-vertebra'],
    ['5th rib left', 'rib'],
    ['right upper lobe, 8 mm', 'lung'],
  ])('%s is offered %s, and is no name of it', (query, id) => {
    expect(findBodySites(query, 1)).toMatchObject([{ item: { id }, exact: false }])
    expect(bodySiteByName(query)).toBeNull()
  })

  test('a level that no spine has is no vertebra', () => {
    for (const level of ['L6', 'C8', 'T13', 'L11']) expect(bodySiteByName(level)).toBeNull()
  })

  test('a word shared by two places finds both and names neither', () => {
    const found = findBodySites('axilla', 5).map(match => match.item.id)
    expect(found).toEqual(expect.arrayContaining(['skin-axilla', 'axillary-node']))
    expect(bodySiteByName('axilla')).toBeNull()
  })

  test('an organ group finds its places', () => {
    const found = findBodySites('lymph node', 20).map(match => match.item.group)
    expect(found).toHaveLength(9)
    expect(new Set(found)).toEqual(new Set(['lymphNode']))
  })

  test('never throws, and never calls a similar name exact, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(...BODY_SITES.map(one => one.label)).map(label => label.slice(1)),
    )
    fc.assert(
      fc.property(typed, query => {
        for (const { matchedBy, matchedName, exact } of findBodySites(query, 10)) {
          expect(exact && foldCompact(query) !== foldCompact(matchedName)).toBe(false)
          expect(exact && matchedBy === 'misspelling').toBe(false)
        }
      }),
    )
  })
})
