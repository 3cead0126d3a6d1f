import { describe, expect, test } from 'vitest'
import { type Area, placeWindow } from '../../../electron/main/windowPlace.ts'

const MAIN: Area = { x: 0, y: 25, width: 2560, height: 1415 }
const LEFT: Area = { x: -1920, y: 0, width: 1920, height: 1080 }
const LAPTOP: Area = { x: 0, y: 0, width: 1366, height: 728 }
const PLACE = { x: 100, y: 100, width: 1400, height: 900, maximized: false }

describe('a window', () => {
  test('opens where it was left, on whichever screen that was', () => {
    expect(placeWindow(PLACE, [MAIN, LEFT])).toEqual(PLACE)
    const onLeft = { ...PLACE, x: -1800, maximized: true }
    expect(placeWindow(onLeft, [MAIN, LEFT])).toEqual(onLeft)
  })

  test('opens the first time in the middle of the main screen, maximised where it fills that', () => {
    expect(placeWindow(null, [MAIN])).toEqual({
      x: 320,
      y: 193,
      width: 1920,
      height: 1080,
      maximized: false,
    })
    expect(placeWindow(null, [LAPTOP])).toEqual({ ...LAPTOP, maximized: true })
  })

  test('comes back to the main screen in its size when its own screen is gone', () => {
    expect(placeWindow({ ...PLACE, x: -1800 }, [MAIN])).toEqual({
      x: 580,
      y: 283,
      width: 1400,
      height: 900,
      maximized: false,
    })
    expect(placeWindow({ ...PLACE, y: 5000, maximized: true }, [LAPTOP])).toEqual({
      ...LAPTOP,
      maximized: true,
    })
  })

  test('is moved and shrunk to where all of it can be seen', () => {
    expect(placeWindow({ ...PLACE, x: 2300, y: 900 }, [MAIN])).toEqual({
      ...PLACE,
      x: 1160,
      y: 540,
    })
    expect(placeWindow({ ...PLACE, width: 3000, height: 2000 }, [LAPTOP])).toEqual({
      ...LAPTOP,
      maximized: false,
    })
  })

  test('with less than a hand’s breadth on a screen counts as off it', () => {
    expect(placeWindow({ ...PLACE, x: 2500 }, [MAIN]).x).toBe(580)
    expect(placeWindow({ ...PLACE, x: 2400 }, [MAIN]).x).toBe(1160)
  })
})
