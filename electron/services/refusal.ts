import type { InputIssue, IpcError } from '../../shared/ipc/errors.ts'

/**
 * An expected outcome that is not what was asked for; thrown, so that an act rolls back as a whole.
 * SECURITY: its sentences come from this program alone and never hold a patient's data.
 */
export class Refusal extends Error {
  readonly error: IpcError

  constructor(error: IpcError) {
    super(error.message)
    this.name = 'Refusal'
    this.error = error
  }
}

type WorkspaceProblem = Extract<IpcError, { kind: 'workspace' }>['problem']

const NOTHING_CHANGED = 'Nothing was changed.'

/** The input does not fit; each issue is a place and a rule. The sentence tells the first of them. */
export function invalidInput(issues: readonly InputIssue[]): Refusal {
  const [first] = issues
  const told = first === undefined ? 'The input does not fit' : sentence(first)
  return new Refusal({
    kind: 'invalidInput',
    message: `${told}. ${NOTHING_CHANGED} Correct it, then try again.`,
    issues: [...issues],
  })
}

function sentence({ path, message }: InputIssue): string {
  const [field] = path.match(/[A-Za-z]+(?=(\[\d+\])*$)/) ?? []
  return field === undefined
    ? `The input was refused: ${message}`
    : `The field “${field}” was refused: ${message}`
}

const RECORD_NAME = {
  patient: 'patient',
  entry: 'entry',
  document: 'rendered document',
  act: 'act',
  view: 'view',
  series: 'series of meetings',
  meeting: 'meeting',
  listItem: 'patient on the list of this meeting',
  outcome: 'outcome',
  followUp: 'record of an outcome',
  action: 'action',
  picture: 'picture',
  upload: 'file',
} as const

/** There is no such record in this workspace. */
export function notFound(what: keyof typeof RECORD_NAME): Refusal {
  return new Refusal({
    kind: 'notFound',
    message: `There is no such ${RECORD_NAME[what]} in this workspace. ${NOTHING_CHANGED} Go back to the list and open it again.`,
  })
}

/** What was asked for no longer fits what is there. */
export function conflict(message: string): Refusal {
  return new Refusal({ kind: 'conflict', message })
}

/** The record was changed since it was read. */
export function changedInBetween(): Refusal {
  return conflict(
    'Somebody changed this in between. Your change was not saved, and what you typed is kept; compare it with what is there now, then save again.',
  )
}

export function locked(): Refusal {
  return new Refusal({
    kind: 'locked',
    message: 'The workspace is locked. Everything saved is kept; unlock it to go on.',
  })
}

export function forbidden(): Refusal {
  return new Refusal({
    kind: 'forbidden',
    message: `Your role does not allow this. ${NOTHING_CHANGED} Ask an administrator of the workspace.`,
  })
}

export function cancelled(): Refusal {
  return new Refusal({ kind: 'cancelled', message: 'Cancelled. Nothing was written.' })
}

export function workspaceProblem(problem: WorkspaceProblem, message: string): Refusal {
  return new Refusal({ kind: 'workspace', problem, message })
}
