/** Inter's capital letters are this high for each pixel of type size (its `capHeight`, 1490 of 2048 units). */
const CAP_HEIGHT = 1490 / 2048

/**
 * How high a capital letter has to look, in minutes of arc.
 * `read`: ISO 9241-303 (before it ISO 9241-3) and NUREG-0700 1.3.1-4 ask at least 16 of text that is read.
 * `found`: ISO 9241-3 lets words be smaller whose reading is incidental; 10 is the letter that an eye of 6/12 (20/40)
 * still tells on a chart. It is for the axis, on which one finds the place of what another panel shows large.
 */
export const ARC_MINUTES = { read: 16, found: 10 } as const
export type Reading = keyof typeof ARC_MINUTES

/** How far away the last reader sits. */
const DISTANCE_MM = 5000

/** The room's picture is at least a quarter as high as that: the rule by which screens are chosen for looking at detail. */
const IMAGE_HEIGHT_MM = DISTANCE_MM / 4

/**
 * The least type size, in pixels of a picture so many pixels high, that is legible from five metres:
 * 27.6 px to read and 17.3 px to find at 1080, 19.7 px and 12.3 px at 768.
 */
export function leastTypeSize(reading: Reading, pixelsHigh: number): number {
  const radians = (ARC_MINUTES[reading] / 60) * (Math.PI / 180)
  const letterMm = DISTANCE_MM * Math.tan(radians)
  return (letterMm * (pixelsHigh / IMAGE_HEIGHT_MM)) / CAP_HEIGHT
}

/** How much larger something has to be drawn, at a scale, for its smallest words to be legible; never more than four times. */
export function zoomFor(
  reading: Reading,
  { smallest, scale, pixelsHigh }: { smallest: number; scale: number; pixelsHigh: number },
): number {
  const wanted = leastTypeSize(reading, pixelsHigh) / (smallest * scale)
  // Up to a hundredth, so that rounding leaves nothing a hair too small.
  return Math.min(4, Math.ceil(wanted * 100) / 100)
}
