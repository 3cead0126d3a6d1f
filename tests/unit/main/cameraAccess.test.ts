import { expect, test } from 'vitest'
import { createCameraAccess } from '../../../electron/main/cameraAccess.ts'

const question = { permission: 'media', isOwnPage: true, wanted: ['video'] } as const

test('the camera is closed until a photograph is being taken, and closed again after it', () => {
  const camera = createCameraAccess()
  expect(camera.isGranted(question)).toBe(false)
  camera.allow(true)
  expect(camera.isGranted(question)).toBe(true)
  camera.allow(false)
  expect(camera.isGranted(question)).toBe(false)
})

test.each([
  ['the microphone', { ...question, wanted: ['audio'] }],
  ['the camera together with the microphone', { ...question, wanted: ['video', 'audio'] }],
  ['something that is not said', { ...question, wanted: [] }],
  ['a kind that is not known', { ...question, wanted: [undefined] }],
  ['another page or a frame', { ...question, isOwnPage: false }],
  ['another permission', { ...question, permission: 'display-capture' }],
  ['the place', { ...question, permission: 'geolocation' }],
])('also while one is being taken, %s stays refused', (_, asked) => {
  const camera = createCameraAccess()
  camera.allow(true)
  expect(camera.isGranted(asked)).toBe(false)
})
