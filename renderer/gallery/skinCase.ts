import { boardOf } from '../../shared/board/boardOf.ts'
import type { Case, Entry } from '../../shared/case/entry.ts'
import type { Consent, Photograph } from '../../shared/case/photograph.ts'
import type { SkinNote } from '../../shared/case/skinNote.ts'
import type { DateStatement } from '../../shared/dates/when.ts'
import { formContext } from '../../shared/forms/anchors.ts'
import { type BodyOf, blankForm, type FormOf, fromForm } from '../../shared/forms/forms.ts'
import { EntryId, PatientId } from '../../shared/ids.ts'
import type { OpenCase } from '../../shared/ipc/contract.ts'
import { NO_MEETINGS } from '../../shared/meeting/patientMeetings.ts'
import { detailsOf, idOf, TODAY } from './invented.ts'

type Kind = 'lesion' | 'skinNote' | 'site' | 'specimen'

function entryId(n: number): EntryId {
  return EntryId.parse(idOf(n))
}

function on(date: string): DateStatement[] {
  return [{ kind: 'date', date, approximate: false, verbatim: null, source: null }]
}

/** An entry as its form makes it, nothing but this typed in, with what is easier said as it is stored. */
function made<K extends Kind>(
  n: number,
  kind: K,
  typed: Partial<FormOf<K>>,
  stored: Partial<BodyOf<K>> = {},
): Entry {
  const context = formContext([], { today: TODAY, self: null })
  const read = fromForm<K>(kind, { ...blankForm(kind), ...typed }, null, context)
  if (!read.ok) throw new Error(`${kind}: ${read.error.map(({ message }) => message).join(' ')}`)
  return { id: entryId(n), revision: 1, body: { ...read.value, ...stored } as Entry['body'] }
}

function placeTyped(text: string) {
  return { text, picked: '', words: '' }
}

function lesion(n: number, label: string, place: string, typed: Partial<FormOf<'lesion'>> = {}) {
  return made(
    n,
    'lesion',
    { label, place: placeTyped(place), ...typed },
    { firstSeen: on('2026-03') },
  )
}

function note(n: number, of: number, date: string, stored: Partial<SkinNote>): Entry {
  return made(
    n,
    'skinNote',
    { lesion: entryId(of), author: 'Dr Prova' },
    { when: on(date), ...stored },
  )
}

function sized(...diameters: readonly number[]): SkinNote['sizes'] {
  return [
    {
      measured: {
        diameters: [...diameters],
        unit: 'mm',
        approximate: false,
        method: 'ruler',
        when: [],
        verbatim: null,
        source: null,
      },
      elevation: null,
      of: null,
    },
  ]
}

const CONSENT: Consent = {
  purposes: ['careRecord', 'tumourBoard'],
  asStated: null,
  given: on('2026-04-02'),
  by: 'Dr Prova',
  withdrawn: null,
}

function photograph(
  n: number,
  of: number,
  ofNote: number | null,
  part: Partial<Photograph> = {},
): Entry {
  return {
    id: entryId(n),
    revision: 1,
    body: {
      kind: 'photograph',
      lesion: entryId(of),
      skinNote: ofNote === null ? null : entryId(ofNote),
      picture: {
        attachment: n.toString(16).padStart(64, '0'),
        mediaType: 'image/jpeg',
        width: 4000,
        height: 3000,
        byteSize: 2_400_000,
      },
      view: 'closeUp',
      scale: 'inPicture',
      taken: [],
      consent: CONSENT,
      chosen: false,
      caption: null,
      sources: [],
      note: null,
      ...part,
    },
  }
}

/** The lesions of the case by what there is of them. */
export const LESIONS = {
  twoLooks: entryId(1),
  oneLook: entryId(2),
  withdrawn: entryId(3),
  noPicture: entryId(4),
  noNote: entryId(5),
} as const

/** Photographs of one look each, by what there is to know of them. */
export const PHOTOGRAPHS = {
  shown: entryId(21),
  unreadable: entryId(25),
  onItsWay: entryId(26),
} as const

const ENTRIES: readonly Entry[] = [
  made(
    6,
    'site',
    { place: placeTyped('Scalp'), certainty: 'confirmed' },
    { firstSeen: on('2026-03') },
  ),
  made(
    7,
    'specimen',
    { label: 'A', procedure: 'punch', site: entryId(6), lesion: entryId(1) },
    { collected: on('2026-04-09') },
  ),
  lesion(1, 'L1', 'Scalp', { site: entryId(6) }),
  note(11, 1, '2026-04-02', {
    sizes: sized(12, 9),
    appearance: 'Firm papule, scaling at its edge, hair is lost over it.',
    findings: { ulceration: 'no', itch: 'yes' },
  }),
  note(12, 1, '2026-10-01', {
    sizes: sized(15, 11),
    course: 'larger',
    signs: { growth: 'yes', persistence: 'yes' },
    text: 'Larger than in April although the regimen was changed; a biopsy is asked for.',
  }),
  photograph(21, 1, 11, { taken: on('2026-04-02'), view: 'overview', chosen: true }),
  photograph(22, 1, 12, { taken: on('2026-10-01'), caption: 'Ruler above the lesion' }),
  lesion(2, 'L2', 'Chest wall', { side: 'right' }),
  note(13, 2, '2026-10-01', { sizes: sized(4), course: 'stable' }),
  photograph(23, 2, 13, { consent: null, scale: 'absent' }),
  lesion(3, 'L3', 'Upper arm', { side: 'left' }),
  note(14, 3, '2026-10-01', { sizeWords: 'no larger than a pea' }),
  photograph(24, 3, 14, {
    taken: on('2026-10-01'),
    consent: { ...CONSENT, withdrawn: { when: on('2026-11-02'), by: 'Dr Testa' } },
  }),
  photograph(25, 3, 14, { view: 'dermoscopy', consent: { ...CONSENT, purposes: ['teaching'] } }),
  photograph(26, 3, null, { view: 'notStated' }),
  lesion(4, 'L4', 'Back'),
  note(15, 4, '2026-10-01', { course: 'resolved', text: 'Nothing is left but a pale scar.' }),
  lesion(5, 'L5', 'Abdomen'),
]

const CASE = {
  patient: {
    id: PatientId.parse(idOf(100)),
    revision: 1,
    archived: false,
    details: detailsOf('Testfall'),
  },
  entries: [...ENTRIES],
} satisfies Case

export const OPEN: OpenCase = {
  case: CASE,
  undo: null,
  redo: null,
  meetings: [...NO_MEETINGS],
}

export const BOARD = boardOf(CASE, { cutoff: '>=1', today: TODAY })
