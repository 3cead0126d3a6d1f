import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../shared/board/boardOf.ts'
import { collectFacts } from '../../../shared/board/fact.ts'
import { type Entry, EntryBody, type EntryKind } from '../../../shared/case/entry.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { type FormOf, fromForm, toForm } from '../../../shared/forms/forms.ts'
import { buildCase, buildEntry, buildSite, entryId } from '../../support/builders.ts'
import { buildLesion } from '../../support/skinBuilders.ts'
import { SKIN_LISTS } from '../../support/skinChecklist.ts'

function entriesWith(body: EntryBody): Entry[] {
  return [
    buildEntry(1, buildLesion({ site: entryId(2) })),
    buildEntry(2, buildSite()),
    buildEntry(3, body),
  ]
}

/** The body as a new entry that is typed into its form, saved as JSON and read again. */
function recorded(body: EntryBody): EntryBody {
  const context = formContext(entriesWith(body), { today: '2026-11-22' })
  const typed = toForm<EntryKind>(body, context) as FormOf<EntryKind>
  const read = fromForm<EntryKind>(body.kind, typed, null, context)
  if (!read.ok) throw new Error(`refused: ${read.error.map(({ path }) => path).join(', ')}`)
  return EntryBody.parse(JSON.parse(JSON.stringify(read.value)))
}

describe.each(Object.entries(SKIN_LISTS))('CLINICAL %s', (_, items) => {
  it.each(items)('records and says: $item', ({ body, says }) => {
    expect(wordless(recorded(body))).toEqual(wordless(body))
    const board = boardOf(buildCase(entriesWith(recorded(body))), {
      cutoff: '>=1',
      today: '2026-11-22',
    })
    const own = body.kind === 'skinNote' || body.kind === 'local' ? `.${entryId(3)}` : ''
    const texts = collectFacts(board)
      .filter(fact => fact.id.includes(own))
      .map(fact => fact.text.toLowerCase())
    const said = says.toLowerCase()
    expect(texts.some(text => text === said || containsWords(text, said))).toBe(true)
  })
})

/** What is typed keeps its own words beside the date or the number that they say. */
function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name]) => name !== 'verbatim')
  return Object.fromEntries(members.map(([name, member]) => [name, wordless(member)]))
}

/** A fact that says these words whole, with nothing of another word before or after. */
function containsWords(text: string, words: string): boolean {
  const at = text.indexOf(words)
  if (at === -1) return false
  const letter = /\p{L}/u
  return !letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + words.length))
}

it('holds every item of the lists once', () => {
  for (const items of Object.values(SKIN_LISTS)) {
    const names = items.map(({ item }) => item)
    expect(new Set(names).size).toBe(names.length)
  }
})

/** The words of CLINICAL, each of which has to be an item of its own. */
const NAMED = {
  '2.1 presentation': [
    'firm nodules, plaques, infection-like redness, blistering or ulceration, fungating wounds',
    'skin-coloured, flesh-coloured, pink, pink-red, red, reddish, erythematous, purplish, violaceous, darker',
    'firm, rubbery, painless, tender, raised, flat, stretched, shiny, thickened, hard, scaling, flaking, weeping, blister',
    'bleeds easily, non-healing, inflammatory, telangiectasia, irregular shape, lasting rash, change in skin colour',
    'nodules of different sizes, no larger than a pea, single, cluster, multiple, weeks, months',
    'chest wall, surgical scar, mastectomy site, radiation field, breast, under the arm, scalp, neck, abdomen, back',
    'upper limbs, limbs, first sign of cancer, first sign of recurrence, coexisting',
    'erysipelatoides, en cuirasse, telangiectoides, haemorrhagiectoides, nodular, alopecia neoplastica, zosteriform, paget',
    'eyelid, inframammary fold, lymphoedematous arm, subungual, umbilicus, dermoscopy, photography',
  ],
  '2.2 differentials': [
    'cellulitis, dermatitis, rash, fungal infection, eczema, cyst, benign tumour, scar, post-radiation dermatitis',
    'inflammatory dermatosis, healing or treatment-related redness or flaking, primary skin cancer, second primary',
    'inflammatory breast cancer, recurrence at the scar line, local recurrence, failed antibiotic, failed topical',
  ],
  '2.3 biopsies': ['punch, excisional, incisional, shave'],
  '2.6 symptoms': [
    'breast lump, tingling or pricking, pain, bleeding, infection, odour, discharge, itch, burning, tightness, warmth',
    'swelling, redness, ulceration, cosmetic disfigurement, lymphoedema of the arm, lymphoedema of the hand',
    'lymphoedema of the breast, lymphoedema of the chest, lymphoedema of the back, bone fracture, severe bone pain',
    'breathing difficulty, weight loss, loss of appetite, headache, seizures, weakness, nausea, vomiting',
    'spinal-cord compression, liver blockage, bronchial obstruction, open wound, fatigue, fever',
  ],
  '2.8 electrochemotherapy': [
    'drug, low dose, intravenous, intratumoural, general anaesthetic, local anaesthetic, outpatient, day case, overnight',
    'electrode, needle probe, applications, duration, area, single treatment, same area again, another area',
    'irradiated skin, alongside, indication, contraindication, dressing, scabbing, looks worse, bleeding stopped',
    'less ulceration, less pain, reduced size, pain, warmth, muscle contraction, cramp, skin lighter, skin darker',
    'allergic reaction, bleeding or oozing, mild temperature, infection, mild rash, redness or swelling, scarring',
    'lung problems, nausea, vomiting, no hair loss, pulses, pulse length, field strength',
  ],
  '2.10 monitoring': [
    'new nodules, growth or change, firmer, more painful, ulceration, localized pain, despite treatment',
    'shrunk, softened, flattened, healed, stable, complete clearance, healing, treatment effect, mixed response',
    'larger, smaller, resolved, imaging, blood tests, self-examination, skin, lymph-node areas, restaging',
  ],
  '2.11 wound care': [
    'non-stick, charcoal, specialist, antimicrobial cream, adhesive avoided, trauma at changes, culture-guided',
    'wossac, hopes, teler, toronto symptom assessment for wounds, topical pain relief, scheduled analgesic, nerve block',
    'physiotherapy, compression, manual lymphatic massage, skin care, goals of care, shift to comfort, quality of life',
    'supplies, transport, financial, home care, social worker, distress, anxiety, depression, isolation, body image',
    'self-consciousness, grief, family',
  ],
} as const satisfies Record<keyof typeof SKIN_LISTS, readonly string[]>

it.each(Object.entries(NAMED))(
  'CLINICAL %s names nothing that is no item of its list',
  (list, lines) => {
    const items = Object.entries(SKIN_LISTS)
      .filter(([name]) => name === list)
      .flatMap(([, all]) => all.map(({ item }) => item.toLowerCase()))
    const named = lines.flatMap(line => line.split(', '))
    expect(named.filter(words => !items.some(item => containsWords(item, words)))).toEqual([])
  },
)
