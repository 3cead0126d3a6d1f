/** Somebody else changed the record since it was read; thrown, so that the whole act rolls back. */
export class RevisionConflict extends Error {
  readonly entity: 'patient' | 'entry'
  readonly id: string

  constructor(entity: 'patient' | 'entry', id: string) {
    super(`the ${entity} was changed since it was read`)
    this.name = 'RevisionConflict'
    this.entity = entity
    this.id = id
  }
}
