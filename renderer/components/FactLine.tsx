import { Fragment, type ReactNode } from 'react'
import type { Fact } from '../../shared/board/fact.ts'
import { FactText } from './FactText.tsx'

type Props = Readonly<{
  facts: readonly Fact[]
  /** What stands between two facts. */
  separator?: ReactNode
  className?: string | undefined
}>

/** Several facts in one flow of words. */
export function FactLine({ facts, separator = ' · ', className }: Props) {
  return (
    <>
      {facts.map((fact, at) => (
        <Fragment key={fact.id}>
          {at > 0 && separator}
          <FactText fact={fact} className={className} />
        </Fragment>
      ))}
    </>
  )
}
