import type { Case } from '../case/entry.ts'
import type { EntryId } from '../ids.ts'
import type {
  Banner,
  Board,
  BoardConflict,
  BoardDocument,
  BoardLesion,
  BoardLocal,
  BoardSite,
  BoardSkinNote,
  BoardSpecimen,
  RuleInForce,
} from './board.ts'
import { type SizeChart, sizeChart } from './sizeChart.ts'

/** All that is said of one skin lesion and of what it is linked to, in the board's own facts. */
export type LesionReport = Readonly<{
  banner: Banner
  rule: RuleInForce
  lesion: BoardLesion
  /** The site of disease that it is, or belongs to. */
  site: BoardSite | null
  /** Its biopsies, newest first. */
  specimens: readonly BoardSpecimen[]
  /** Columns of their receptors. */
  markers: readonly string[]
  /** Local treatment of it, wound care and electrochemotherapy among them, newest first. */
  treatments: readonly BoardLocal[]
  /** Its notes, newest first. */
  notes: readonly BoardSkinNote[]
  /** Its recorded sizes beside the treatment of that time; null where none can be charted. */
  chart: SizeChart | null
  /** Statements that disagree about any of these. */
  conflicts: readonly BoardConflict[]
  /** Where these were read. */
  documents: readonly BoardDocument[]
}>

/** The report of a lesion; null where the board has none of that id. */
export function lesionReport(of: Case, board: Board, id: EntryId): LesionReport | null {
  const lesion = board.lesions.find(({ entry }) => entry === id)
  if (lesion === undefined) return null
  const treated = new Set(lesion.treatments.map(({ entry }) => entry))
  const site = board.sites.find(({ entry }) => entry === lesion.site) ?? null
  const specimens = board.specimens.filter(one => one.lesion === id).toReversed()
  const notes = board.skinNotes.filter(one => one.lesion === id).toReversed()
  const treatments = board.local.filter(({ entry }) => treated.has(entry)).toReversed()
  const entries = [lesion, ...(site === null ? [] : [site]), ...specimens, ...notes, ...treatments]
  const ids = new Set<EntryId>(entries.map(({ entry }) => entry))
  const labels = new Set(entries.flatMap(({ conflicts }) => conflicts))
  const conflicts = board.conflicts.filter(
    ({ label, about }) => labels.has(label) || about.some(({ entry }) => ids.has(entry)),
  )
  for (const { entry } of conflicts) if (entry !== null) ids.add(entry)
  const cited = new Set(
    of.entries.filter(entry => ids.has(entry.id)).flatMap(({ body }) => documentsIn(body)),
  )
  return {
    banner: board.banner,
    rule: board.rule,
    lesion,
    site,
    specimens,
    markers: board.markers,
    treatments,
    notes,
    chart: sizeChart(board, lesion),
    conflicts,
    documents: board.documents.filter(({ entry }) => cited.has(entry)),
  }
}

/** Every document that a body names as a source, at any depth. */
function documentsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'document' in value ? [value.document] : []
  return [...own, ...Object.values(value).flatMap(documentsIn)]
}
