import { type EntryOf, entriesOf } from '../case/entry.ts'
import { formatQuantity } from '../values/formatQuantity.ts'
import { MISSING_LABEL } from '../values/missing.ts'
import type { BoardAssessment, BoardImaging } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import type { Fact } from './fact.ts'
import { absent, commaList, quote, reported } from './makeFact.ts'
import { sizeText } from './sizes.ts'

type Order = (a: string, b: string) => number

/** Imaging studies, oldest first. */
export function boardImaging(index: CaseIndex, order: Order): BoardImaging[] {
  return entriesOf(index.of, 'imaging')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry => imagingRow(index, entry))
}

function imagingRow(index: CaseIndex, { id, body }: EntryOf<'imaging'>): BoardImaging {
  const key = `imaging.${id}`
  const sizes = body.measures.map(sizeText)
  const name = commaList([body.modality, body.region])
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    what: reported(`${key}.what`, name, index.labels(id, 'what')),
    when: index.when(`${key}.when`, body.when, index.labels(id, 'when')),
    findings:
      body.findings === null
        ? absent(`${key}.findings`, 'notRecorded', 'findings')
        : reported(`${key}.findings`, body.findings, index.labels(id, 'findings')),
    details: [
      ...sizes.map((size, i) =>
        reported(`${key}.size.${i}`, size, i === 0 ? index.labels(id, 'size') : []),
      ),
      ...(body.note === null ? [] : [reported(`${key}.note`, body.note)]),
    ],
    caption: reported(
      `${key}.caption`,
      [name, ...body.measures.map(measure => sizeText({ ...measure, method: null }))].join(', '),
      index.labels(id, 'size'),
    ),
    conflicts: index.labels(id),
  }
}

/** Responses, performance status, tumour markers and clinical remarks, oldest first. */
export function boardAssessments(index: CaseIndex, order: Order): BoardAssessment[] {
  return entriesOf(index.of, 'assessment')
    .toSorted((a, b) => order(a.id, b.id))
    .map(entry => assessmentRow(index, entry))
}

const TYPE_WORD = {
  response: 'response',
  ecog: 'ECOG',
  tumourMarker: 'tumour marker',
  clinical: 'clinical',
} as const

function assessmentRow(index: CaseIndex, { id, body }: EntryOf<'assessment'>): BoardAssessment {
  const key = `assessment.${id}`
  const parts = [
    body.type === 'response' || body.type === 'clinical'
      ? body.scale
      : (body.scale ?? TYPE_WORD[body.type]),
    body.value,
    body.quantity === null ? null : formatQuantity(body.quantity),
    body.missing === null ? null : MISSING_LABEL[body.missing],
    body.text === null ? null : quote(body.text),
  ].filter(part => part !== null)
  const text = parts.join(' ')
  const what: Fact = {
    id: `${key}.what`,
    text: text === '' ? `${TYPE_WORD[body.type]} not recorded` : text,
    tone: text === '' || body.missing !== null ? 'missing' : 'reported',
    conflicts: index.labels(id),
  }
  const when = index.when(`${key}.when`, body.when, index.labels(id, 'when'))
  return {
    entry: id,
    source: index.sources(`${key}.source`, body.sources),
    type: body.type,
    what,
    when,
    caption: {
      ...what,
      id: `${key}.caption`,
      text: `${what.text}, ${when.tone === 'missing' ? 'not dated' : when.text}`,
    },
    conflicts: index.labels(id),
  }
}
