import type { IpcError } from '../../shared/ipc/errors.ts'

/** An answer that is a refusal; `error` says of which kind, `message` is the sentence to show. */
export class ApiError extends Error {
  readonly error: IpcError

  constructor(error: IpcError, options?: { cause?: unknown }) {
    super(error.message, options)
    this.name = 'ApiError'
    this.error = error
  }
}
