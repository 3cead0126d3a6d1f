import { isKeptTogether } from '../values/keptTogether.ts'

type Room = Readonly<{
  left: number
  right: number
  /** Between a name and the beginning of its bar. */
  gap: number
  /** How wide a text is in the letters of the chart. */
  widthOf: (text: string) => number
}>

/** The lines of a name, and where each of them begins. */
export type ChartName = Readonly<{ x: number; lines: readonly string[] }>

/**
 * Where the name of a bar that begins at `from` stands: after its beginning; before it, where it would not end in the chart;
 * else at the right edge. A name that is wider than the chart goes on in further lines; none of it is left out.
 */
export function chartName(
  name: string,
  from: number,
  { left, right, gap, widthOf }: Room,
): ChartName {
  const room = right - left
  const lines: string[] = []
  for (const word of wordsOf(name)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf((last + word).trimEnd()) <= room)
      lines[lines.length - 1] = last + word
    else lines.push(...brokenAt(word, room, widthOf))
  }
  const trimmed = lines.map(line => line.trimEnd())
  const widest = Math.max(0, ...trimmed.map(widthOf))
  const [after, before] = [from + gap, from - gap - widest]
  const fitting = after + widest <= right ? after : before >= left ? before : right - widest
  return { x: Math.max(left, fitting), lines: trimmed }
}

/** Each with the space after it; a value and its sign are one. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of text.split(/(?<=\s)/)) {
    const last = words.at(-1)
    if (last !== undefined && isKeptTogether(last, word)) words[words.length - 1] = last + word
    else words.push(word)
  }
  return words
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A word in parts that are no wider than the room, between letters. */
function brokenAt(word: string, room: number, widthOf: Room['widthOf']): string[] {
  if (widthOf(word.trimEnd()) <= room) return [word]
  const parts: string[] = []
  for (const { segment } of letters.segment(word)) {
    const last = parts.at(-1)
    if (last !== undefined && widthOf((last + segment).trimEnd()) <= room)
      parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

/** Where each row begins that is one line high and `more` higher for each further line of its name, and where all end. */
export function chartRows(
  names: readonly ChartName[],
  line: number,
  more: number,
): Readonly<{ tops: readonly number[]; end: number }> {
  const tops: number[] = []
  let end = 0
  for (const { lines } of names) {
    tops.push(end)
    end += line + Math.max(0, lines.length - 1) * more
  }
  return { tops, end }
}
