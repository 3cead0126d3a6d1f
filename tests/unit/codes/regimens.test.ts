import { describe, expect, test } from 'vitest'
import { drugById } from '../../../shared/codes/drugs.ts'
import { findRegimens, REGIMENS, regimenByName } from '../../../shared/codes/regimens.ts'

describe('regimen names', () => {
  test('are unique, and name only drugs of the drug list', () => {
    expect(new Set(REGIMENS.map(regimen => regimen.name)).size).toBe(REGIMENS.length)
    for (const id of REGIMENS.flatMap(regimen => regimen.drugs)) {
      expect(drugById(id), id).not.toBeNull()
    }
  })

  test('expand only where the name spells the drugs', () => {
    expect(regimenByName('TC')?.drugs).toEqual(['docetaxel', 'cyclophosphamide'])
    expect(regimenByName('exemestane + everolimus')?.drugs).toEqual(['exemestane', 'everolimus'])
    for (const name of ['AC', 'EC', 'FEC', 'FAC', 'CMF', 'AC→T', 'TAC', 'liposomal doxorubicin']) {
      expect(regimenByName(name), name).toMatchObject({ drugs: [] })
    }
  })

  test('say which part still has to be named', () => {
    expect(regimenByName('THP')).toMatchObject({
      drugs: ['trastuzumab', 'pertuzumab'],
      toBeNamed: ['taxane'],
    })
    expect(regimenByName('AI + palbociclib')?.toBeNamed).toEqual(['aromatase inhibitor'])
  })

  test('of bone agents never make a line, and all others hold anti-cancer drugs only', () => {
    expect(REGIMENS.filter(r => r.neverALine).map(r => r.name)).toEqual([
      'zoledronate',
      'denosumab',
    ])
    for (const { drugs, neverALine } of REGIMENS) {
      for (const id of drugs) expect(drugById(id)?.role === 'antiCancer').toBe(!neverALine)
    }
  })

  test('are found by name, part and misspelling, and no misspelling is exact', () => {
    expect(findRegimens('ac', 1)).toMatchObject([{ item: { name: 'AC' }, exact: true }])
    expect(findRegimens('capivasertib', 1)[0]?.item.name).toBe('fulvestrant + capivasertib')
    expect(findRegimens('eribuln', 1)).toMatchObject([
      { item: { name: 'eribulin' }, matchedBy: 'misspelling', exact: false },
    ])
    expect(regimenByName('eribuln')).toBeNull()
  })
})
