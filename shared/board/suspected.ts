import type { Board, BoardSite } from './board.ts'
import type { CaseIndex } from './caseIndex.ts'
import { reported } from './makeFact.ts'

/** What holds of all suspected sites alike, said once: how many, since when, and the conflicts they share. */
export function suspectedTogether(
  index: CaseIndex,
  sites: readonly BoardSite[],
): Board['suspectedTogether'] {
  const suspected = sites.filter(site => site.certainty === 'suspected')
  if (suspected.length < 2) return null
  const biopsied = suspected.filter(site => site.specimens.length > 0).length
  const shared = index.conflicts.filter(conflict => {
    const about = new Set(conflict.about.map(subject => subject.entry))
    return suspected.every(site => about.has(site.entry))
  })
  const ofTheirStudy = index.conflicts.filter(conflict =>
    conflict.about.some(
      subject =>
        subject.facet === 'when' && suspected.some(site => studyOf(index, site) === subject.entry),
    ),
  )
  return {
    heading: reported(
      'suspected.heading',
      `${suspected.length} suspected, ${biopsied === 0 ? 'none' : biopsied} biopsied`,
    ),
    remarks: [...new Set([...ofTheirStudy, ...shared])].map(conflict =>
      reported(
        `suspected.${conflict.label}`,
        `${conflict.title}: ${conflict.statements.map(statement => statement.short).join(' or ')}`,
        [conflict.label],
      ),
    ),
  }
}

/** The study that a site was first seen on, where its date is that of the study. */
function studyOf(index: CaseIndex, site: BoardSite): BoardSite['entry'] {
  const body = index.entry(site.entry)?.body
  if (body?.kind !== 'site') return site.entry
  const at = body.firstSeen.find(
    statement => statement.kind === 'relative' && statement.offset.type === 'at',
  )
  return at?.kind === 'relative' ? at.anchor.entry : site.entry
}
