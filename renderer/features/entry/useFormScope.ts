import { type RefObject, useCallback, useMemo, useRef } from 'react'
import type { Entry } from '../../../shared/case/entry.ts'
import type { FieldError, FormContext } from '../../../shared/forms/codec.ts'
import type { OpenCase } from '../../../shared/ipc/contract.ts'
import type { Scope } from './FormScope.tsx'
import { useAddDocument } from './useAddDocument.ts'
import type { FormShell } from './useFormShell.ts'
import { useSteady } from './useSteady.ts'

type Options = Readonly<{
  openCase: OpenCase
  context: FormContext
  shell: Pick<FormShell<never, never>, 'errorAt' | 'hasErrorUnder' | 'refuse'>
  /** Dates that were asked about. */
  warnings?: readonly FieldError[] | undefined
  /** The document that was chosen last, where it outlives this form. */
  lastDocument?: RefObject<string>
  /** Whether the only document of a case is the one that a first source names. */
  offersOnlyDocument?: boolean
  reveal?: string | null
}>

const NONE: readonly FieldError[] = []

/** What the fields of a form can ask of it. It stays the same while letters are typed: only what it says draws them anew. */
export function useFormScope(options: Options): Scope {
  const { openCase, context, shell, offersOnlyDocument = false, reveal = null } = options
  const { case: of } = openCase
  const { errorAt, hasErrorUnder, refuse } = shell
  const warnings = useSteady(options.warnings ?? NONE)
  const own = useRef('')
  const last = options.lastDocument ?? own
  const onRefused = useCallback((sentence: string) => refuse([], sentence), [refuse])
  const addDocument = useAddDocument(of.patient.id, onRefused)
  return useMemo<Scope>(
    () => ({
      context,
      of,
      entries: of.entries,
      errorAt,
      hasErrorUnder,
      warningAt: path => {
        const place = path.replaceAll('.value', '')
        return warnings.find(warning => warning.path === place)?.message ?? null
      },
      lastDocument: () => last.current || (offersOnlyDocument ? onlyDocument(of.entries) : ''),
      usedDocument: id => {
        last.current = id
      },
      addDocument,
      reveal,
    }),
    [context, of, errorAt, hasErrorUnder, warnings, last, offersOnlyDocument, addDocument, reveal],
  )
}

function onlyDocument(entries: readonly Entry[]): string {
  const documents = entries.filter(({ body }) => body.kind === 'document')
  return documents.length === 1 ? (documents[0]?.id ?? '') : ''
}
