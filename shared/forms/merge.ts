import { isSame } from './codec.ts'

/** A member that two people changed differently since the form was opened. */
export type Contested = Readonly<{ field: string; base: unknown; mine: unknown; theirs: unknown }>
export type Merge<B> = Readonly<{
  /** Theirs, with what only this form changed put in; a contested member stands as theirs. */
  merged: B
  contested: readonly Contested[]
}>

/**
 * Two changes of one body, member by member: what only one side changed is taken, what both changed differently is for a
 * person to choose. Nothing is chosen here.
 */
export function mergeBodies<B extends Readonly<Record<string, unknown>>>(
  base: B,
  mine: B,
  theirs: B,
): Merge<B> {
  const contested: Contested[] = []
  const entries = Object.keys(theirs).map(field => {
    const [b, m, t] = [base[field], mine[field], theirs[field]]
    if (isSame(m, b) || isSame(m, t)) return [field, t] as const
    if (isSame(t, b)) return [field, m] as const
    contested.push({ field, base: b, mine: m, theirs: t })
    return [field, t] as const
  })
  // The same members as `theirs`, each from one of three bodies of this type.
  return { merged: Object.fromEntries(entries) as B, contested }
}

/** The merged body once a person has chosen: the contested members named in `mine` are this form's. */
export function chosen<B extends Readonly<Record<string, unknown>>>(
  { merged, contested }: Merge<B>,
  mine: ReadonlySet<string>,
): B {
  const own = contested.filter(({ field }) => mine.has(field))
  return { ...merged, ...Object.fromEntries(own.map(each => [each.field, each.mine])) } as B
}
