import { EntryBody } from '../../shared/case/entry.ts'
import { mayBeShown, type Photograph } from '../../shared/case/photograph.ts'
import type { EntryId, PatientId } from '../../shared/ids.ts'
import type { OpenCase, Output, Parsed } from '../../shared/ipc/contract.ts'
import type { ShownPicture } from '../../shared/ipc/photoContract.ts'
import { getEntry } from '../db/queries/entries.ts'
import { getPatient } from '../db/queries/patients.ts'
import { photographsOf, picturesInDrafts } from '../db/queries/photographs.ts'
import { removePhotograph } from './cases.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { recordLook } from './openings.ts'
import { consentWithdrawn, endingRemark, pictureRefusal } from './pictureWords.ts'
import type { Emit, HostPort, PicturePort } from './ports.ts'
import { cancelled, locked, notFound } from './refusal.ts'
import type { OpenSession, Session } from './session.ts'
import {
  keepPicture,
  keptOriginal,
  keptPicture,
  keptThumbnail,
  picturesOf,
} from './storedPicture.ts'
import { createUploads } from './uploads.ts'

export type Photographs = ReturnType<typeof createPhotographs>

type Ports = Readonly<{
  clock: Clock
  pictures: PicturePort
  host: HostPort
  emit: Emit
  log: Log
}>

const SHOWN_AFTER_IMPORT = 320

/** Photographs: their pictures come in, are shown and go for good; what is recorded of them changes as any entry does. */
export function createPhotographs(session: Session, { clock, pictures, host, emit, log }: Ports) {
  const uploads = createUploads()
  /** The pictures that were imported since the workspace was opened and may belong to no photograph yet. */
  const imported = new Set<string>()
  session.onClose(() => {
    uploads.clear()
    imported.clear()
    host.allowCamera(false)
  })

  async function importPicture({
    upload,
    patientId,
    extension,
  }: Parsed<'photo:import'>): Promise<Output<'photo:import'>> {
    const open = session.need('photograph')
    if (getPatient(open.workspace.db, patientId) === null) throw notFound('patient')
    const { bytes, signal, end } = uploads.begin(upload)
    const tell = (done: number) => {
      if (!signal.aborted) emit('photo:progress', { upload, done })
    }
    try {
      const read = await pictures.prepare(bytes, { signal, onProgress: done => tell(done * 0.8) })
      if (!read.ok) throw pictureRefusal(read.error)
      assertStillOpen(open)
      const attachments = picturesOf(open)
      const attachment = await keepPicture(attachments, read.value)
      assertStillOpen(open)
      imported.add(attachment)
      if (signal.aborted) {
        forget(open, attachment)
        throw cancelled()
      }
      tell(1)
      return described(open, attachment, { patientId, extension, takenOn: read.value.takenOn })
    } finally {
      end()
    }
  }

  function described(
    open: OpenSession,
    attachment: string,
    {
      patientId,
      extension,
      takenOn,
    }: Readonly<{ patientId: PatientId; extension: string; takenOn: string | null }>,
  ): Output<'photo:import'> {
    const staged = stagedPicture(open, attachment)
    const remark = endingRemark(extension, staged.picture.mediaType)
    const holders = photographsOf(open.workspace.db, attachment)
    const here = holders.filter(each => each.patientId === patientId).length
    const today = clock.now().toISOString().slice(0, 10)
    return {
      ...staged,
      // A camera that is ahead of this machine is not set right, and its day is not offered.
      takenSuggestion: takenOn === null || takenOn > today ? null : takenOn,
      remarks: remark === null ? [] : [remark],
      alreadyIn: { thisCase: here, otherCases: holders.length - here },
    }
  }

  function stagedPicture(open: OpenSession, attachment: string): Output<'photo:staged'> {
    const attachments = picturesOf(open)
    const picture = keptPicture(attachments, attachment)
    if (picture === null) throw notFound('picture')
    return { picture, thumbnail: keptThumbnail(attachments, attachment, SHOWN_AFTER_IMPORT) }
  }

  /** What was locked and opened again in between is another opening. */
  function assertStillOpen({ workspace }: OpenSession): void {
    if (session.need('photograph').workspace !== workspace) throw locked()
  }

  /** Deletes a picture unless a photograph, or the draft of one, names it. */
  function forget(open: OpenSession, attachment: string): void {
    const { db } = open.workspace
    if (photographsOf(db, attachment).length > 0 || picturesInDrafts(db).has(attachment)) return
    imported.delete(attachment)
    picturesOf(open).remove([attachment])
  }

  async function original({
    patientId,
    photograph,
  }: Parsed<'photo:original'>): Promise<Output<'photo:original'>> {
    const open = session.need('read')
    const { picture } = shownPhotograph(open, patientId, photograph)
    recordLook(open, { patientId, photograph, now: clock.now() })
    const kept = await keptOriginal(picturesOf(open), picture.attachment)
    if (!('turn' in kept)) return kept
    const turned = await pictures.upright(kept.turn)
    if (!turned.ok) throw pictureRefusal(turned.error)
    const { bytes, width, height } = turned.value
    return { bytes: new Uint8Array(bytes), mediaType: 'image/jpeg', width, height }
  }

  return {
    import: importPicture,
    original,

    /** The names of the pictures that may belong to no photograph yet. */
    imported: (): ReadonlySet<string> => imported,

    upload: (part: Parsed<'photo:upload'>): Output<'photo:upload'> => {
      session.need('photograph')
      return { received: uploads.add(part) }
    },

    cancel: ({ upload }: Parsed<'photo:cancel'>): Output<'photo:cancel'> => {
      session.need('photograph')
      uploads.drop(upload)
      return {}
    },

    staged: ({ attachment }: Parsed<'photo:staged'>): Output<'photo:staged'> => {
      const open = session.need('photograph')
      const { db } = open.workspace
      // SECURITY: a picture that photographs name is shown through them, where consent is looked at.
      if (!imported.has(attachment) && !picturesInDrafts(db).has(attachment))
        throw notFound('picture')
      return stagedPicture(open, attachment)
    },

    discard: ({ attachment }: Parsed<'photo:discard'>): Output<'photo:discard'> => {
      const open = session.need('photograph')
      if (!imported.has(attachment)) throw notFound('picture')
      forget(open, attachment)
      return {}
    },

    thumbnail: ({ patientId, photograph, size }: Parsed<'photo:thumbnail'>): ShownPicture => {
      const open = session.need('read')
      const { picture } = shownPhotograph(open, patientId, photograph)
      // The small ones come with the board, which is put on record by itself.
      if (size === 1600) recordLook(open, { patientId, photograph, now: clock.now() })
      return keptThumbnail(picturesOf(open), picture.attachment, size)
    },

    /** Removes a photograph and deletes its picture, which no undoing brings back. */
    remove: ({ patientId, photograph, revision }: Parsed<'photo:remove'>): OpenCase => {
      const open = session.need('photograph')
      const { picture } = photographOf(open, patientId, photograph)
      const changed = removePhotograph(open, {
        patientId,
        photograph,
        revision,
        at: clock.now().toISOString(),
      })
      try {
        forget(open, picture.attachment)
      } catch (error) {
        // The photograph is removed; its picture goes when the workspace is next opened.
        log.bug('photo:remove', error)
      }
      return changed
    },

    camera: ({ on }: Parsed<'photo:camera'>): Output<'photo:camera'> => {
      session.need('photograph')
      host.allowCamera(on)
      return {}
    },
  }
}

/** The photograph as it is recorded; throws notFound. */
function photographOf(
  { workspace }: OpenSession,
  patientId: PatientId,
  photograph: EntryId,
): Photograph {
  const stored = getEntry(workspace.db, photograph)
  if (stored === null || stored.removed || stored.patientId !== patientId) throw notFound('entry')
  const body = EntryBody.parse(stored.body)
  if (body.kind !== 'photograph') throw notFound('entry')
  return body
}

/** SECURITY: where consent was withdrawn, no bytes leave the services, whoever asks. */
function shownPhotograph(open: OpenSession, patientId: PatientId, photograph: EntryId): Photograph {
  const body = photographOf(open, patientId, photograph)
  if (!mayBeShown(body)) throw consentWithdrawn()
  return body
}
