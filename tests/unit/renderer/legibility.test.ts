import { describe, expect, it } from 'vitest'
import {
  ARC_MINUTES,
  leastTypeSize,
  zoomFor,
} from '../../../renderer/features/present/legibility.ts'

describe('type that is legible from five metres', () => {
  // CLINICAL: none; ergonomics. NUREG-0700 1.3.1-4: height = 6.283 × distance × minutes of arc / 21600.
  it('has capitals as high as the standard’s formula says, on a picture a quarter as high as the distance', () => {
    const letterMm = (6.283 * 5000 * ARC_MINUTES.read) / 21600
    expect(letterMm).toBeCloseTo(23.27, 1)
    const letterPixels = (letterMm / 1250) * 1080
    // Inter's capitals are 1490 of 2048 units high.
    expect(leastTypeSize('read', 1080)).toBeCloseTo(letterPixels / (1490 / 2048), 1)
  })

  it('is 27.6 px to read and 17.3 px to find at 1080, 19.7 px and 12.3 px at 768', () => {
    const sizes = [
      leastTypeSize('read', 1080),
      leastTypeSize('found', 1080),
      leastTypeSize('read', 768),
      leastTypeSize('found', 768),
    ]
    expect(sizes.map(size => Math.round(size * 10) / 10)).toEqual([27.6, 17.3, 19.7, 12.3])
  })

  it('comes from the smallest words of a part, whatever the scale, and never by more than four times', () => {
    for (const scale of [1.25, 1.5625, 2.5]) {
      const zoom = zoomFor('read', { smallest: 12, scale, pixelsHigh: 1080 })
      expect(12 * scale * zoom).toBeGreaterThanOrEqual(leastTypeSize('read', 1080))
      expect(12 * scale * (zoom - 0.011)).toBeLessThan(leastTypeSize('read', 1080))
    }
    expect(zoomFor('read', { smallest: 11, scale: 1, pixelsHigh: 8640 })).toBe(4)
  })
})
