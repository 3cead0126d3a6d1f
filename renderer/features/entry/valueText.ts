import { sizeText } from '../../../shared/board/sizes.ts'
import { SizeReading } from '../../../shared/case/common.ts'
import type { Entry } from '../../../shared/case/entry.ts'
import { formatPartialDate, formatWhen } from '../../../shared/dates/formatDate.ts'
import { PartialDate, When } from '../../../shared/dates/when.ts'
import { formContext } from '../../../shared/forms/anchors.ts'
import { formatQuantity } from '../../../shared/values/formatQuantity.ts'
import { Quantity } from '../../../shared/values/quantity.ts'
import { entryName } from './entryWords.ts'

const NOT_SHOWN = new Set(['kind', 'at'])

/** A stored value in words, for two of them to be compared: whatever the kind of field. */
export function valueText(value: unknown, entries: readonly Entry[]): string {
  const { nameOfAnchor } = formContext(entries, { today: '2000-01-01' })
  const text = (node: unknown): string => {
    if (node === null || node === undefined) return ''
    if (typeof node === 'boolean') return node ? 'yes' : 'no'
    if (typeof node === 'number') return String(node)
    if (typeof node === 'string') return wordsOf(node)
    if (Array.isArray(node)) {
      const when = node.length === 0 ? null : When.safeParse(node)
      if (when?.success === true) return formatWhen(when.data, nameOfAnchor).text
      return node
        .map(text)
        .filter(each => each !== '')
        .join('\n')
    }
    const quantity = Quantity.safeParse(node)
    if (quantity.success) return formatQuantity(quantity.data)
    const size = SizeReading.safeParse(node)
    if (size.success) return sizeText(size.data)
    return Object.entries(node)
      .filter(([name]) => !NOT_SHOWN.has(name))
      .map(([, each]) => text(each))
      .filter(each => each !== '')
      .join(', ')
  }
  const wordsOf = (node: string): string => {
    const entry = entries.find(({ id }) => id === node)
    if (entry !== undefined) return entryName(entry.body)
    if (PartialDate.safeParse(node).success) return formatPartialDate(node)
    // A member of a closed list is written together: "notStated".
    return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(node)
      ? node.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
      : node
  }
  const found = text(value)
  return found === '' ? 'not recorded' : found
}
