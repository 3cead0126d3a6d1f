import { describe, expect, it } from 'vitest'
import { formPathOf } from '../../../shared/forms/formPath.ts'
import { blankForm } from '../../../shared/forms/forms.ts'

describe('the place of a field in its form', () => {
  it('is the row of a marker, the group of a stage, the value of an assessment, and else its own name', () => {
    expect(formPathOf('specimen', 'results.HER2', blankForm('specimen'))).toBe('results.2')
    expect(formPathOf('specimen', 'results.PD-L1', blankForm('specimen'))).toBe('results')
    expect(formPathOf('site', 'stages', blankForm('site'))).toBe('primary')
    expect(formPathOf('site', 'bodySite', blankForm('site'))).toBe('place')
    expect(formPathOf('site', 'firstSeen', blankForm('site'))).toBe('firstSeen')
    expect(formPathOf('assessment', 'ecog', blankForm('assessment'))).toBe('value')
  })
})
