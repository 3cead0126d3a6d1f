import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IntervalSite, intervalsFrom } from '../../../shared/rules/intervals.ts'

function site(label: string, given: Partial<IntervalSite> = {}): IntervalSite {
  return {
    label,
    role: 'distant',
    certainty: 'confirmed',
    when: `when ${label}`,
    months: null,
    mayCountAsMetastasis: false,
    ...given,
  }
}
const months = (low: number, high: number) => ({ months: { low, high } })

const chestWall = site('chest wall, right', {
  role: 'localRecurrence',
  when: '11th month',
  ...months(10, 11),
  mayCountAsMetastasis: true,
})
const scalp = site('scalp', { when: '32nd month', ...months(31, 32) })
const published = [
  site('breast, right', { role: 'primary', when: 'month 0', ...months(0, 0) }),
  chestWall,
  scalp,
  site('skull', { certainty: 'suspected', when: 'month 32 or 35', ...months(31, 36) }),
]

describe('the published case', () => {
  const [recurrence, metastasis] = intervalsFrom('surgery', published)
  it('was free of disease until the locoregional recurrence in the 11th month', () => {
    expect(recurrence).toMatchObject({
      id: 'locoregionalRecurrence',
      text: '11th month (chest wall, right)',
      readings: [{ months: { low: 10, high: 11 }, condition: null }],
    })
  })
  it('has two readings of the first metastasis, because the definition decides', () => {
    expect(metastasis).toMatchObject({
      id: 'firstMetastasis',
      text: '32nd month (scalp); 11th month (chest wall, right) if chest wall, right counts as a metastasis',
    })
  })
  it('prints what is counted from where', () => {
    expect(recurrence?.definition).toMatch(
      /^From surgery to the first local or regional recurrence/,
    )
    expect(metastasis?.definition).toMatch(/^From surgery to the first distant metastasis/)
    expect(intervalsFrom('diagnosis', published)[1]?.definition).toMatch(
      /^From diagnosis .*Dawood 2010/,
    )
  })
})

describe('the first metastasis', () => {
  const metastasis = (...sites: IntervalSite[]) =>
    intervalsFrom('surgery', sites).find(({ id }) => id === 'firstMetastasis')
  it('is the earliest confirmed site', () => {
    expect(metastasis(scalp, site('liver', months(40, 41)))?.readings.map(r => r.sites)).toEqual([
      ['scalp'],
    ])
  })
  it('is left open between sites whose dates overlap', () => {
    expect(
      metastasis(scalp, site('liver', { when: 'after 2.5 years', ...months(30, 40) }))?.text,
    ).toBe('32nd month or after 2.5 years (scalp or liver)')
  })
  it('has a second reading where a suspected site came before', () => {
    const lung = site('lung', { certainty: 'suspected', when: '20th month', ...months(19, 20) })
    expect(metastasis(scalp, lung)?.text).toBe(
      '32nd month (scalp); 20th month (lung) if lung, suspected, is confirmed',
    )
    expect(metastasis(lung)?.text).toBe('20th month (lung) if lung, suspected, is confirmed')
  })
  it('of a chest wall alone is conditional', () => {
    expect(metastasis(chestWall)?.readings).toEqual([
      {
        when: '11th month',
        months: { low: 10, high: 11 },
        sites: ['chest wall, right'],
        condition: 'if chest wall, right counts as a metastasis',
      },
    ])
  })
  it('names the sites that it had to leave out', () => {
    expect(
      metastasis(scalp, site('liver'), site('node', { role: 'notStated', ...months(1, 2) }))
        ?.leftOut,
    ).toEqual([
      { site: 'liver', reason: 'not dated' },
      { site: 'node', reason: 'role not stated' },
    ])
  })
  it('without any date is not dated', () => {
    expect(metastasis(site('liver'))?.text).toBe('not dated')
  })
  it('does not count an excluded site', () => {
    expect(metastasis(site('lung', { certainty: 'excluded', ...months(1, 2) }))).toBeUndefined()
  })
  it('never lies after any confirmed distant site', () => {
    const span = fc.tuple(fc.nat(100), fc.nat(20)).map(([low, width]) => months(low, low + width))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), spans => {
        const found = metastasis(...spans.map((given, n) => site(String(n), given)))
        const [reading] = found?.readings ?? []
        for (const { months: of } of spans) {
          expect(reading?.months.low).toBeLessThanOrEqual(of.low)
          expect(reading?.months.high).toBeLessThanOrEqual(of.high)
        }
      }),
    )
  })
})

describe('the locoregional recurrence', () => {
  it('does not count nodes that were there from the start', () => {
    const nodes = site('axilla', { role: 'regional', ...months(-1, 0) })
    expect(intervalsFrom('surgery', [nodes])).toEqual([])
  })
  it('counts later nodes', () => {
    const nodes = site('axilla', { role: 'regional', when: '8th month', ...months(7, 8) })
    expect(intervalsFrom('surgery', [nodes, chestWall])[0]?.text).toBe('8th month (axilla)')
  })
})
