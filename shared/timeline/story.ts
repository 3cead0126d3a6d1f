import type {
  BoardAssessment,
  BoardImaging,
  BoardLesion,
  BoardLocal,
  BoardMeeting,
  BoardSite,
  BoardSkinNote,
  BoardSpecimen,
  BoardSystemic,
} from '../board/board.ts'
import type { Fact } from '../board/fact.ts'

/** What a screen reader says of each thing on the axis: the facts of its row, in the order of reading. */

export function siteWords(site: BoardSite): string {
  return sentence([
    `Site ${site.number}: ${said(site.name)}`,
    said(site.certaintyWord),
    `first seen ${said(site.firstSeen)}`,
    said(site.foundBy),
    said(site.interval),
    said(site.status),
  ])
}

export function specimenWords(specimen: BoardSpecimen): string {
  const results = specimen.results.map(result =>
    [
      `${result.marker} ${said(result.value)}`,
      said(result.call),
      said(result.change?.fact ?? null),
      result.flag === null ? '' : `call changed: ${said(result.flag.fact)}`,
      said(result.notEvaluable),
    ]
      .filter(part => part !== '')
      .join(', '),
  )
  return sentence([
    `Specimen ${specimen.label}: ${said(specimen.from)}`,
    said(specimen.procedure),
    said(specimen.collected),
    ...(specimen.hasReceptors ? results : [said(specimen.withoutReceptors)]),
  ])
}

export function localWords(local: BoardLocal): string {
  return sentence([`${local.modalityWord}: ${said(local.what)}`, said(local.when)])
}

export function systemicWords(systemic: BoardSystemic): string {
  return sentence([
    `Treatment: ${said(systemic.name)}`,
    said(systemic.line) === 'not set' ? 'line not set' : said(systemic.line),
    systemic.setting.text === systemic.line.text ? '' : said(systemic.setting),
    said(systemic.caption),
  ])
}

export function imagingWords(imaging: BoardImaging): string {
  return sentence([`Imaging: ${said(imaging.what)}`, said(imaging.when), said(imaging.caption)])
}

export function assessmentWords(assessment: BoardAssessment): string {
  return sentence([said(assessment.caption)])
}

export function lesionWords(lesion: BoardLesion): string {
  return sentence([
    `Skin lesion ${lesion.label}: ${said(lesion.name)}`,
    said(lesion.what),
    `first seen ${said(lesion.firstSeen)}`,
    said(lesion.sizes),
    ...lesion.signs.map(said),
    ...lesion.specimens.map(({ fact }) => said(fact)),
  ])
}

export function skinNoteWords(note: BoardSkinNote): string {
  const signs = note.groups
    .flatMap(({ facts }) => facts)
    .filter(({ id }) => /\.sign\.[^.]+$/.test(id))
  return sentence([said(note.what), said(note.when), said(note.caption), ...signs.map(said)])
}

export function meetingWords({ title, when, state, outcome }: BoardMeeting): string {
  return sentence([
    `Meeting: ${said(title)}`,
    said(when),
    said(state),
    ...(outcome === null ? [] : [said(outcome.decision), ...outcome.recommendations.map(said)]),
  ])
}

function said(fact: Fact | null): string {
  if (fact === null) return ''
  const { conflicts } = fact
  if (conflicts.length === 0) return fact.text
  return `${fact.text} (conflict ${conflicts.join(', ')})`
}

function sentence(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('; ')
}
