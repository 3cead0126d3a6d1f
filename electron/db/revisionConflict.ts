/** Records whose change must name the revision that it was made from. */
export type VersionedRecord =
  | 'patient'
  | 'entry'
  | 'series'
  | 'meeting'
  | 'listItem'
  | 'outcome'
  | 'followUp'
  | 'action'

/** Somebody else changed the record since it was read; thrown, so that the whole act rolls back. */
export class RevisionConflict extends Error {
  readonly entity: VersionedRecord
  readonly id: string

  constructor(entity: VersionedRecord, id: string) {
    super(`the ${entity} was changed since it was read`)
    this.name = 'RevisionConflict'
    this.entity = entity
    this.id = id
  }
}
