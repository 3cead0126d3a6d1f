import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DRUG_FAMILIES, DRUG_GROUPS } from '../../../shared/codes/drugs/drug.ts'
import { DRUGS, drugById, drugByName, findDrugs } from '../../../shared/codes/drugs.ts'
import { foldCompact } from '../../../shared/codes/fold.ts'

const ids = (query: string, limit = 5) => findDrugs(query, limit).map(match => match.item.id)
const withRemark = (remark: string) =>
  DRUGS.filter(drug => drug.atcRemark === remark).map(drug => drug.id)

describe('the drug list', () => {
  test('has 121 agents, each with an id of its own in kebab case', () => {
    expect(DRUGS).toHaveLength(121)
    expect(new Set(DRUGS.map(drug => drug.id)).size).toBe(121)
    for (const drug of DRUGS) expect(drug.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('has the number of agents of each heading that the source has', () => {
    const counts = DRUG_GROUPS.map(group => DRUGS.filter(drug => drug.group === group).length)
    expect(counts).toEqual([2, 6, 5, 4, 4, 4, 7, 5, 4, 4, 4, 6, 4, 1, 5, 4, 6, 6, 14, 6, 6, 3, 11])
  })

  test('has a well-formed ATC code, or none', () => {
    for (const code of DRUGS.flatMap(drug => [drug.atc, ...drug.otherAtc])) {
      if (code !== null) expect(code).toMatch(/^[A-Z]\d\d[A-Z]{2}\d\d$/)
    }
  })

  test('says of every missing ATC code that it is unverified, and of nothing else', () => {
    expect(withRemark('notInFile')).toEqual(
      DRUGS.filter(drug => drug.atc === null).map(drug => drug.id),
    )
    expect(withRemark('notInFile')).toEqual([
      'imlunestrant',
      'vepdegestrant',
      'giredestrant',
      'dalpiciclib',
      'gedatolisib',
      'disitamab-vedotin',
      'pyrotinib',
      'sacituzumab-tirumotecan',
      'calcium',
    ])
  })

  test('says where an ATC code does not tell formulations apart', () => {
    expect(withRemark('sharedCode')).toEqual(['pegylated-liposomal-doxorubicin', 'nab-paclitaxel'])
    expect(drugById('nab-paclitaxel')?.atc).toBe(drugById('paclitaxel')?.atc)
  })

  test('keeps both codes of a substance that has two', () => {
    const { atc, otherAtc } = drugById('methylthioninium-chloride') ?? {}
    expect([atc, otherAtc]).toEqual(['V03AB17', ['V04CG05']])
  })

  test('shows full names: albumin-bound paclitaxel for nab-paclitaxel', () => {
    expect(drugById('nab-paclitaxel')?.displayName).toBe('albumin-bound paclitaxel')
    expect(drugById('docetaxel')?.displayName).toBe('docetaxel')
  })

  test('keeps a remark on standing that nobody has verified', () => {
    expect(drugById('vepdegestrant')?.remark).toBe('regulatory status not verified')
  })

  test('counts radiopharmaceuticals as anti-cancer, bone and supportive drugs never', () => {
    const roles = ['radium-223ra-dichloride', 'zoledronic-acid', 'denosumab', 'filgrastim'].map(
      id => drugById(id)?.role,
    )
    expect(roles).toEqual(['antiCancer', 'boneModifying', 'boneModifying', 'supportive'])
    expect(DRUGS.filter(drug => drug.role === 'antiCancer')).toHaveLength(104)
  })

  test('uses every family, and puts the HER2 drugs into three', () => {
    expect(new Set(DRUGS.map(drug => drug.family))).toEqual(new Set(DRUG_FAMILIES))
    const of = ['trastuzumab', 'trastuzumab-deruxtecan', 'tucatinib', 'palbociclib']
    expect(of.map(id => drugById(id)?.family)).toEqual([
      'her2Directed',
      'antibodyDrugConjugate',
      'her2Directed',
      'cdk46',
    ])
  })

  test('has no drug for an unknown id', () => {
    expect(drugById('AC')).toBeNull()
    expect(drugById('__proto__')).toBeNull()
  })
})

describe('finding a drug', () => {
  test.each([
    ['docetaxel', 'docetaxel', 'generic'],
    ['Xeloda', 'capecitabine', 'brand'],
    ['TYVERB', 'lapatinib', 'brand'],
    ['5-FU', 'fluorouracil', 'abbreviation'],
    ['5 fu', 'fluorouracil', 'abbreviation'],
    ['T-DM1', 'trastuzumab-emtansine', 'abbreviation'],
    ['tdxd', 'trastuzumab-deruxtecan', 'abbreviation'],
    ['chidamide', 'tucidinostat', 'synonym'],
    ['methylene blue', 'methylthioninium-chloride', 'synonym'],
    ['Albumin-bound Paclitaxel', 'nab-paclitaxel', 'generic'],
    ['Taxotère', 'docetaxel', 'brand'],
  ])('%s is exactly %s, by its %s name', (query, id, matchedBy) => {
    expect(findDrugs(query, 1)).toMatchObject([{ item: { id }, matchedBy, exact: true }])
    expect(drugByName(query)?.id).toBe(id)
  })

  test.each([
    ['Cyotxan', 'cyclophosphamide', 'Cytoxan'],
    ['Trustuzumab', 'trastuzumab', 'trastuzumab'],
    ['anastrozolum', 'anastrozole', 'anastrozole'],
    ['adrimycin', 'doxorubicin', 'Adriamycin'],
    ['herceptn', 'trastuzumab', 'Herceptin'],
    ['trustuz', 'trastuzumab', 'trastuzumab'],
  ])('%s is offered as a misspelling of %s, and never taken for it', (query, id, matchedName) => {
    expect(findDrugs(query, 1)).toMatchObject([
      { item: { id }, matchedBy: 'misspelling', matchedName, exact: false },
    ])
    expect(drugByName(query)).toBeNull()
  })

  test('finds each part of a combination, a misspelled one too', () => {
    expect(ids('adrimycin+cyclophosphamide')).toEqual(['doxorubicin', 'cyclophosphamide'])
    expect(ids('docetaxel and cyclophosphamide')).toEqual(['docetaxel', 'cyclophosphamide'])
    expect(findDrugs('docetaxel/capecitabine', 5).map(match => match.exact)).toEqual([false, false])
  })

  test('finds a name within a longer text, and does not call it exact', () => {
    expect(findDrugs('letrozole 2.5 mg', 3)).toMatchObject([
      { item: { id: 'letrozole' }, matchedBy: 'generic', exact: false },
    ])
    expect(drugByName('letrozole 2.5 mg')).toBeNull()
  })

  test('finds a whole class, which names no single drug', () => {
    expect(ids('CDK4/6')).toEqual(['palbociclib', 'ribociclib', 'abemaciclib', 'dalpiciclib'])
    expect(findDrugs('vitamin D', 1)).toMatchObject([{ matchedBy: 'class', exact: false }])
    expect(drugByName('vitamin D')).toBeNull()
    expect(drugByName('taxane')).toBeNull()
  })

  test('ranks the exact name, then its beginning, then the beginning of a word', () => {
    expect(ids('paclitaxel')).toEqual(['paclitaxel', 'paclitaxel-poliglumex', 'nab-paclitaxel'])
    expect(ids('pertuzumab')).toEqual(['pertuzumab', 'pertuzumab-and-trastuzumab'])
  })

  test('offers no misspelling where a name fits', () => {
    expect(findDrugs('trastuzumab', 20).some(m => m.matchedBy === 'misspelling')).toBe(false)
  })

  test('finds nothing for nothing, for too short a slip, for a page of text, or for no places', () => {
    expect(findDrugs('', 5)).toEqual([])
    expect(findDrugs(' -+/ ', 5)).toEqual([])
    expect(findDrugs('xqz', 5)).toEqual([])
    expect(findDrugs('tamoxifen '.repeat(1_000_000), 5)).toEqual([])
    expect(findDrugs('tamoxifen', 0)).toEqual([])
    expect(findDrugs('tamoxifen', Number.NaN)).toEqual([])
  })

  test('returns each drug once and at most as many as asked for', () => {
    expect(new Set(ids('a', 200)).size).toBe(ids('a', 200).length)
    expect(ids('a', 3)).toHaveLength(3)
  })

  test('finds every drug by each of its names, exactly', () => {
    for (const drug of DRUGS) {
      const names = [drug.generic, drug.displayName, ...drug.brands, ...drug.abbreviations]
      for (const name of [...names, ...drug.synonyms]) expect(drugByName(name)?.id).toBe(drug.id)
    }
  })

  test('never throws, and never calls a similar name exact, whatever is typed', () => {
    const names = DRUGS.flatMap(drug => [drug.generic, ...drug.brands])
    const slip = fc
      .tuple(fc.constantFrom(...names), fc.nat(), fc.string({ maxLength: 2 }))
      .map(([name, at, put]) => {
        const place = at % (name.length + 1)
        return name.slice(0, place) + put + name.slice(place + 1)
      })
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), slip)
    fc.assert(
      fc.property(typed, fc.integer({ min: -1, max: 50 }), (query, limit) => {
        for (const { item, matchedBy, matchedName, exact } of findDrugs(query, limit)) {
          expect(exact && foldCompact(query) !== foldCompact(matchedName)).toBe(false)
          expect(exact && matchedBy === 'misspelling').toBe(false)
          if (exact) expect(drugByName(query)).toBe(item)
        }
        const named = drugByName(query)
        if (named !== null) {
          const own = [named.generic, named.displayName, ...named.brands]
          own.push(...named.abbreviations, ...named.synonyms)
          expect(own.map(foldCompact)).toContain(foldCompact(query))
        }
      }),
      { numRuns: 500 },
    )
  })
})
