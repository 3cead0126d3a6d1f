import { createContext, type ReactNode, useContext } from 'react'
import type { Case, Entry } from '../../../shared/case/entry.ts'
import type { DOCUMENT_KINDS } from '../../../shared/case/investigation.ts'
import type { FormContext } from '../../../shared/forms/codec.ts'
import type { EntryId } from '../../../shared/ids.ts'

export type NewDocument = Readonly<{
  title: string
  documentKind: (typeof DOCUMENT_KINDS)[number]
}>

/** What every field of an open form can ask of it. */
export type Scope = Readonly<{
  context: FormContext
  of: Case
  entries: readonly Entry[]
  /** The sentence for the field at a path, by the path itself or by the row that it stands in. */
  errorAt: (...paths: readonly string[]) => string | null
  hasErrorUnder: (path: string) => boolean
  warningAt: (path: string) => string | null
  /** The document that was chosen last in this form: the next source starts with it. */
  lastDocument: () => string
  usedDocument: (id: string) => void
  /** Records a document of its own at once, so that it can be named as a source here. */
  addDocument: (document: NewDocument) => Promise<EntryId | null>
  /** A member of the form that was asked for and is not to be folded away. */
  reveal: string | null
}>

const ScopeContext = createContext<Scope | null>(null)

export function FormScope({ scope, children }: { scope: Scope; children: ReactNode }) {
  return <ScopeContext value={scope}>{children}</ScopeContext>
}

export function useScope(): Scope {
  const scope = useContext(ScopeContext)
  if (scope === null) throw new Error('a form field stands outside its form')
  return scope
}
