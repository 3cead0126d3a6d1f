import { describe, expect, test } from 'vitest'
import { PIN_PLATES } from '../../../shared/case/lesion.ts'
import { movedPin, pinFor, skinAt, viewOfPin } from '../../../shared/figure/pinPlaces.ts'
import { pinAt, pointOfPin } from '../../../shared/figure/pins.ts'
import { PLATES } from '../../../shared/figure/plates.ts'

const SKIN = [
  ...['skin-chest', 'skin-breast', 'skin-scalp', 'skin-neck', 'skin-back', 'skin-abdomen'],
  ...['skin-upper-limb', 'skin-lower-limb', 'skin-axilla', 'skin-face'],
]

function pinOf(siteId: string, side: 'right' | 'left') {
  const pin = pinFor(siteId, side)
  if (pin === null) throw new Error(`${siteId} has no pin`)
  return pin
}

describe('the pin of a place that was chosen in words', () => {
  test.each(SKIN)('%s lies in that skin and on that side', siteId => {
    for (const side of ['right', 'left'] as const)
      expect(skinAt(pinOf(siteId, side))).toEqual({ siteId, side })
  })

  test.each(SKIN)('%s stands where a press would set it', siteId => {
    const pin = pinOf(siteId, 'left')
    const view = viewOfPin(pin, 'front')
    const point = pointOfPin(view, pin)
    if (point === null) throw new Error('the pin is not drawn in its view')
    const again = pinAt(view, point)
    expect(again?.x).toBeCloseTo(pin.x, 1)
    expect(again?.y).toBeCloseTo(pin.y, 1)
  })
})

test('a pin in the close-up of the chest means the skin over what is drawn there', () => {
  const pin = { ...pinOf('skin-breast', 'right'), plate: 'chest' as const }
  expect(skinAt(pin)).toEqual({ siteId: 'skin-breast', side: 'right' })
})

test('a pin is looked at in the view that is shown, or else in the one that it was set in', () => {
  const pin = pinOf('skin-chest', 'right')
  expect(viewOfPin(pin, 'chest')).toBe('chest')
  expect(viewOfPin(pin, 'back')).toBe('front')
  expect(viewOfPin({ plate: 'headLeft', x: 12, y: 6 }, 'front')).toBe('head')
})

test('from the back the patient’s left is at the viewer’s left', () => {
  expect(skinAt({ plate: 'back', x: PLATES.back.midline - 8, y: 60 })?.side).toBe('left')
  expect(skinAt({ plate: 'front', x: PLATES.front.midline - 8, y: 60 })?.side).toBe('right')
})

test('a pin moves in steps and stays on its drawing', () => {
  expect(movedPin({ plate: 'front', x: 50, y: 50 }, 1, -1)).toEqual({
    plate: 'front',
    x: 51,
    y: 49,
  })
  for (const plate of PIN_PLATES) {
    const { x, y, width, height } = PLATES[plate].viewBox
    const far = movedPin({ plate, x, y }, 5000, 5000)
    expect(far.x).toBeCloseTo(x + width, 1)
    expect(far.y).toBeCloseTo(y + height, 1)
  }
})
