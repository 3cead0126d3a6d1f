import { expect, test } from 'vitest'
import { eventOffers } from '../../../renderer/features/entry/eventOffers.ts'

const NAMES = ['surgery', 'the end of surgery', 'tamoxifen', 'surgery']

test('words that events have in their names offer those, each once', () => {
  expect(eventOffers('11th month after sur', NAMES)).toEqual([
    '11th month after surgery',
    '11th month after the end of surgery',
  ])
})

test('words that no event has offer every event, for a person cannot know how it is called', () => {
  expect(eventOffers('11th month after mastectomy', NAMES)).toEqual([
    '11th month after surgery',
    '11th month after the end of surgery',
    '11th month after tamoxifen',
  ])
})

test('a whole name, or a date that counts from nothing, offers nothing', () => {
  expect(eventOffers('11th month after surgery', NAMES)).toEqual([])
  expect(eventOffers('May 2022', NAMES)).toEqual([])
  expect(eventOffers('after May 2022', NAMES)).toEqual([])
})
