import type { EntryId } from '../ids.ts'
import type { Board } from './board.ts'
import { quote } from './makeFact.ts'

/** Another entry that one is linked with, and what it is called: each link is stored once and followed from both ends. */
export type EntryLink = Readonly<{ entry: EntryId; label: string }>

/** The entries that one is linked with: a lesion, its site, its biopsies, its notes and its local treatments. */
export function linksOf(board: Board, entry: EntryId): EntryLink[] {
  const { sites, specimens, lesions, skinNotes, local } = board
  const site = (id: EntryId | null) =>
    sites
      .filter(one => one.entry === id)
      .map(one => ({ entry: one.entry, label: `Site ${one.number}, ${one.name.text}` }))
  const lesion = (ids: readonly (EntryId | null)[]) =>
    lesions
      .filter(one => ids.includes(one.entry))
      .map(one => ({ entry: one.entry, label: `Skin lesion ${one.label}` }))
  const taken = (holds: (specimen: Board['specimens'][number]) => boolean) =>
    specimens
      .filter(holds)
      .map(one => ({ entry: one.entry, label: `Specimen ${one.label}, ${one.procedure.text}` }))
  const ofSite = sites.find(one => one.entry === entry)
  if (ofSite !== undefined) return [...lesion(ofSite.lesions), ...taken(one => one.site === entry)]
  const specimen = specimens.find(one => one.entry === entry)
  if (specimen !== undefined) return [...lesion([specimen.lesion]), ...site(specimen.site)]
  const ofLesion = lesions.find(one => one.entry === entry)
  if (ofLesion !== undefined)
    return [
      ...site(ofLesion.site),
      ...taken(one => one.lesion === entry),
      ...skinNotes
        .filter(note => note.lesion === entry)
        .map(note => ({ entry: note.entry, label: `Note, ${note.when.text}` })),
      ...local
        .filter(one => ofLesion.treatments.some(treatment => treatment.entry === one.entry))
        .map(one => ({ entry: one.entry, label: `${one.modalityWord}, ${quote(one.what.text)}` })),
    ]
  const note = skinNotes.find(one => one.entry === entry)
  if (note !== undefined) return lesion([note.lesion])
  return lesion(
    lesions
      .filter(one => one.treatments.some(treatment => treatment.entry === entry))
      .map(one => one.entry),
  )
}
