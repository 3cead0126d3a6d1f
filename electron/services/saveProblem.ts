import { workspaceProblem } from './refusal.ts'

const SAVE_PROBLEMS = {
  ENOSPC: ['diskFull', 'The disk is full'],
  EDQUOT: ['diskFull', 'The disk is full'],
  EACCES: ['noPermission', 'This computer account may not write there'],
  EPERM: ['noPermission', 'This computer account may not write there'],
  EROFS: ['readOnly', 'That place is write-protected'],
  ENOENT: ['missing', 'That folder is not there'],
  ENOTDIR: ['missing', 'That folder is not there'],
  EISDIR: ['noPermission', 'That name belongs to a folder'],
  EBUSY: ['inUse', 'Another program has that file open'],
} as const

/** Why a file could not be written, in words and with what was kept; anything else as it is. */
export function saveProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const isKnown = (key: unknown): key is keyof typeof SAVE_PROBLEMS =>
    typeof key === 'string' && Object.hasOwn(SAVE_PROBLEMS, key)
  if (!isKnown(code)) return error
  const [problem, happened] = SAVE_PROBLEMS[code]
  return workspaceProblem(
    problem,
    `${happened}. The file was not written, the patient's record is untouched; save it somewhere else.`,
  )
}
