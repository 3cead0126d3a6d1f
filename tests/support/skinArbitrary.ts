import fc from 'fast-check'
import type { EntryId } from '../../shared/ids.ts'
import { few, type Known, name, sentence, size, sources, word } from './arbitraryParts.ts'
import { buildLocal, buildQuantity } from './builders.ts'
import { buildEct, buildFollowUp, buildLesion, buildSkinNote, buildWound } from './skinBuilders.ts'
import { maybe, when } from './whenArbitrary.ts'

export function lesion(known: Known, sites: readonly EntryId[], label: string) {
  const relation = fc.record({
    answer: fc.constantFrom('yes' as const, 'no' as const, 'notAssessed' as const, null),
    words: maybe(word),
  })
  return fc
    .record({
      bodySite: fc.constantFrom('skin-scalp', 'skin-chest', null),
      asReported: maybe(word),
      pin: fc.constantFrom(null, { plate: 'front' as const, x: 50, y: 40 }),
      count: fc.constantFrom(null, buildQuantity({ low: 4, high: 6, unit: null })),
      extent: maybe(sentence),
      toScar: relation,
      toField: relation,
      firstSeen: when(known.anchors),
      site: sites.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...sites)),
      note: maybe(sentence),
      sources: sources(known),
    })
    .map(fields => buildLesion({ ...fields, label }))
}

export function skinNote(known: Known, lesions: readonly EntryId[]) {
  const answer = fc.constantFrom('yes' as const, 'no' as const, 'notAssessed' as const)
  return fc
    .record({
      lesion: fc.constantFrom(...lesions),
      when: when(known.anchors),
      author: maybe(name),
      sizes: few(
        fc.record({
          measured: size.map(measured => ({ ...measured, when: [] })),
          elevation: fc.constant(null),
          of: maybe(word),
        }),
      ),
      sizeWords: maybe(word),
      presentations: fc.subarray(['firmNodules' as const, 'plaques' as const]),
      appearance: maybe(sentence),
      findings: fc.record({ bleeding: answer, odour: answer, pain: answer }, { requiredKeys: [] }),
      culture: fc.constantFrom(null, 'pending' as const, 'growth' as const),
      cultureWords: maybe(word),
      differentialWords: maybe(sentence),
      course: fc.constantFrom(null, 'larger' as const, 'stable' as const),
      courseWords: maybe(sentence),
      signs: fc.record({ growth: answer, newLesions: answer }, { requiredKeys: [] }),
      wound: fc.constantFrom(
        null,
        buildWound({
          dressings: ['charcoal'],
          scales: [{ instrument: 'TELER', item: 'odour', value: '3' }],
        }),
      ),
      text: maybe(sentence),
      sources: sources(known),
    })
    .map(fields => buildSkinNote(fields))
}

export function electrochemotherapy(known: Known, lesions: readonly EntryId[]) {
  return fc
    .record({
      skinLesions: fc.subarray([...lesions]),
      drug: maybe(word),
      followUp: when(known.anchors),
      text: maybe(sentence),
    })
    .map(({ skinLesions, drug, followUp, text }) =>
      buildLocal({
        modality: 'electrochemotherapy',
        what: [{ text: 'electrochemotherapy', source: null }],
        skinLesions,
        ect: buildEct({
          drug,
          route: 'intravenous',
          followUps: [buildFollowUp({ when: followUp, sideEffects: { pain: 'yes' }, text })],
        }),
      }),
    )
}
