import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { joined, u32 } from '../../electron/pictures/byteReader.ts'

/** Letters of this run alone: no other file of the machine has them. */
export function ownLetters(): string {
  return randomUUID()
    .replaceAll('-', '')
    .replace(/\d/g, digit => 'ghijklmnop'[Number(digit)] ?? '')
}

/** A place as EXIF codes it. */
export function placeNeedle(place: readonly number[]): Buffer {
  return Buffer.from(joined(place.flatMap(part => [u32(part), u32(1)])))
}

/** Rows of a picture as they are coded, and as Base64 at each of the three offsets. */
export function rowNeedles(picture: Uint8Array): Buffer[] {
  const middle = Math.floor(picture.length / 2)
  return [middle, middle + 2000].flatMap(at => {
    const rows = Buffer.from(picture.subarray(at, at + 60))
    const base64 = [0, 1, 2].map(cut =>
      Buffer.from(rows.subarray(cut, cut + 45).toString('base64')),
    )
    return [rows.subarray(0, 24), ...base64]
  })
}

/** Folders of installed packages and of versions, which no program of ours writes into. */
const OF_TOOLS: ReadonlySet<string> = new Set(['node_modules', '.git'])

/** Every file below a folder; one that another program removes meanwhile, or keeps to itself, is passed over. */
export function filesBelow(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true }).flatMap(entry => {
      const path = join(place, entry.name)
      if (entry.isDirectory()) return OF_TOOLS.has(entry.name) ? [] : filesBelow(path)
      return entry.isFile() ? [path] : []
    })
  } catch {
    return []
  }
}

/** The files of the machine's own temporary folders that were written since a moment. */
export function temporaryFilesSince(startedAt: number): string[] {
  return ['/tmp', '/var/tmp', '/dev/shm'].flatMap(filesBelow).filter(file => {
    try {
      const { mtimeMs, size } = statSync(file)
      return mtimeMs >= startedAt && size < 64 * 1024 * 1024
    } catch {
      return false
    }
  })
}

/** The files that hold one of the needles. */
export function filesWith(files: readonly string[], needles: readonly Buffer[]): string[] {
  return files.filter(file => {
    try {
      const bytes = readFileSync(file)
      return needles.some(needle => bytes.includes(needle))
    } catch {
      return false
    }
  })
}
