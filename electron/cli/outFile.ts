import { writeFileAtomically } from '../vault/atomicFile.ts'
import { CliRefusal } from './command.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'The folder of --out is not there.',
  ENOTDIR: 'The folder of --out is not a folder.',
  EISDIR: '--out names a folder, not a file.',
  EACCES: 'This computer account may not write to --out.',
  EPERM: 'This computer account may not write to --out.',
  EROFS: '--out lies on a disk that is write-protected.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
}

/** What is said of a document that was written. */
export function pagesWords(pages: number): string {
  return `Written, ${pages} ${pages === 1 ? 'page' : 'pages'}.\n`
}

/** Writes a file whole or not at all, over the one of that name if there is one. */
export function writeOut(file: string, bytes: Uint8Array): void {
  try {
    writeFileAtomically(file, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new CliRefusal(`${SENTENCES[code] ?? '--out cannot be written.'} Nothing was written.`)
  }
}
