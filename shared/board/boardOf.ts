import type { Case } from '../case/entry.ts'
import { entriesOf } from '../case/entry.ts'
import type { CutoffId } from '../receptors/cutoffId.ts'
import { CUTOFFS } from '../receptors/cutoffId.ts'
import { CUTOFF } from '../receptors/cutoffs.ts'
import { axesOf } from './axes.ts'
import { bannerOf } from './banner.ts'
import type { Board, BoardDocument, BoardSite, Counts, RuleInForce } from './board.ts'
import { type CaseIndex, indexCase } from './caseIndex.ts'
import { chronology } from './chronology.ts'
import { boardConflicts } from './conflicts.ts'
import { intervalsOf, siteIntervals } from './intervalFacts.ts'
import { boardLesions } from './lesions.ts'
import { derived, reported } from './makeFact.ts'
import { boardMeetings, type MeetingsRead, NO_MEETINGS_READ } from './meetings.ts'
import { missingOf } from './missingFacts.ts'
import { boardSites } from './sites.ts'
import { boardSkinNotes } from './skinNotes.ts'
import {
  boardCallsByRule,
  boardSpecimens,
  markersOf,
  orderedSpecimens,
  receptorRemarksOf,
} from './specimens.ts'
import { contextOf, ecogOf, questionOf, storyMoreOf, storyOf } from './story.ts'
import { boardAssessments, boardImaging } from './studies.ts'
import { suspectedTogether } from './suspected.ts'
import { boardLocal, boardSystemic } from './treatments.ts'

export type BoardOptions = Readonly<{
  cutoff: CutoffId
  /** The day on which it is read, for the age: `2026-11-22`. */
  today: string
  /** The meetings that have it on their lists, newest first; none where a case stands outside a workspace. */
  meetings?: MeetingsRead
}>

/**
 * Everything that is said of a case, on screen, on paper, in exports: facts with their wording, as reported, and what is
 * derived apart from them with its rule. Pure: the same case gives the same board.
 */
export function boardOf(
  of: Case,
  { cutoff, today, meetings = NO_MEETINGS_READ }: BoardOptions,
): Board {
  const index = indexCase(of, cutoff)
  const time = chronology(index)
  const ordered = orderedSpecimens(index, time.order)
  const sites = withIntervals(index, boardSites(index, time.order), siteIntervals(index, time))
  const specimens = boardSpecimens(index, ordered)
  const systemic = boardSystemic(index, time.order)
  const local = boardLocal(index, time.order)
  const assessments = boardAssessments(index, time.order)
  const conflicts = boardConflicts(index)
  const missing = missingOf(index)
  return {
    version: 1,
    banner: bannerOf(index, today),
    rule: ruleInForce(cutoff),
    story: storyOf(index, sites),
    storyMore: storyMoreOf(index, specimens, systemic, assessments),
    question: questionOf(index),
    ecog: ecogOf(assessments),
    context: contextOf(index),
    counts: countsOf(sites, specimens, conflicts, missing.length),
    sites,
    suspectedTogether: suspectedTogether(index, sites),
    specimens,
    markers: markersOf(ordered),
    callsByRule: boardCallsByRule(index, ordered),
    receptorRemarks: receptorRemarksOf(index, ordered),
    systemic,
    local,
    imaging: boardImaging(index, time.order),
    assessments,
    lesions: boardLesions(index, time.order, { sites, specimens }),
    skinNotes: boardSkinNotes(index, time.order),
    intervals: intervalsOf(index, time),
    conflicts,
    missing,
    documents: documentsOf(index),
    meetings: boardMeetings(meetings, today),
    axes: axesOf(index, time, meetings.list),
  }
}

function withIntervals(
  _index: CaseIndex,
  sites: readonly BoardSite[],
  intervals: ReadonlyMap<string, BoardSite['interval']>,
): BoardSite[] {
  return sites.map(site => ({ ...site, interval: intervals.get(site.entry) ?? null }))
}

function ruleInForce(cutoff: CutoffId): RuleInForce {
  const rule = CUTOFF[cutoff]
  return {
    cutoff,
    label: rule.label,
    source: rule.source,
    sentence: derived('rule', `Calls at ${rule.name}`),
    choices: CUTOFFS.map(id => ({
      cutoff: id,
      label: CUTOFF[id].label,
      source: CUTOFF[id].source,
    })),
  }
}

function countsOf(
  sites: readonly BoardSite[],
  specimens: Board['specimens'],
  conflicts: Board['conflicts'],
  missing: number,
): Counts {
  const number = (certainty: BoardSite['certainty']) =>
    sites.filter(site => site.certainty === certainty).length
  const excluded = number('excluded')
  const withReceptors = specimens.filter(specimen => specimen.hasReceptors).length
  const settled = conflicts.filter(conflict => conflict.settled !== null).length
  return {
    confirmed: reported('count.confirmed', `${number('confirmed')} confirmed`),
    suspected: reported('count.suspected', `${number('suspected')} suspected`),
    excluded: excluded === 0 ? null : reported('count.excluded', `${excluded} excluded`),
    specimens: reported(
      'count.specimens',
      `${specimens.length} ${specimens.length === 1 ? 'specimen' : 'specimens'}, ${withReceptors} with receptors`,
    ),
    conflicts: reported(
      'count.conflicts',
      `${conflicts.length} ${conflicts.length === 1 ? 'conflict' : 'conflicts'}, ${settled === 0 ? 'none' : settled} settled`,
    ),
    missing: reported('count.missing', `${missing} missing`),
  }
}

function documentsOf(index: CaseIndex): BoardDocument[] {
  return entriesOf(index.of, 'document').map(({ id, body }) => ({
    entry: id,
    title: reported(`document.${id}.title`, body.title),
    details: [
      ...(body.citation === null ? [] : [reported(`document.${id}.citation`, body.citation)]),
      ...(body.dated.length === 0 ? [] : [index.when(`document.${id}.dated`, body.dated)]),
      ...(body.note === null ? [] : [reported(`document.${id}.note`, body.note)]),
    ],
  }))
}
