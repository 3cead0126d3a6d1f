import { z } from 'zod'

/** Where an input was refused and why; a path and a rule, never the value. */
export const InputIssue = z.strictObject({ path: z.string(), message: z.string() })
export type InputIssue = Readonly<z.infer<typeof InputIssue>>

/** Why a workspace could not be opened or written; each has its own sentence. */
export const WORKSPACE_PROBLEMS = [
  'wrongPassphrase',
  'unknownUser',
  'wrongRecoveryKey',
  'weakPassphrase',
  'throttled',
  'damaged',
  'foreign',
  'newer',
  'readOnly',
  'inUse',
  'missing',
  'notEmpty',
  'diskFull',
  'noPermission',
  'migrationFailed',
] as const

/**
 * Every way in which an answer can be a refusal.
 * SECURITY: errors carry field paths, codes and sentences, never a patient's data.
 */
export const IpcError = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invalidInput'),
    message: z.string(),
    issues: z.array(InputIssue),
  }),
  z.strictObject({ kind: z.literal('notFound'), message: z.string() }),
  /** Somebody changed it in between; what was sent is kept by the sender. */
  z.strictObject({ kind: z.literal('conflict'), message: z.string() }),
  z.strictObject({ kind: z.literal('locked'), message: z.string() }),
  z.strictObject({ kind: z.literal('forbidden'), message: z.string() }),
  z.strictObject({ kind: z.literal('cancelled'), message: z.string() }),
  z.strictObject({
    kind: z.literal('workspace'),
    problem: z.enum(WORKSPACE_PROBLEMS),
    message: z.string(),
  }),
  /** A bug: details are in the log under this number. */
  z.strictObject({ kind: z.literal('internal'), message: z.string(), logId: z.string() }),
])
export type IpcError = Readonly<z.infer<typeof IpcError>>
