import type { OutcomeBody } from './outcome.ts'

/** Something that keeps an outcome from being signed: the field, and what to do about it. */
export type SigningProblem = Readonly<{ path: string; message: string }>

/** The outcome without rows in which nothing was typed or chosen, and text without blanks around it: what is signed. */
export function tidied(body: OutcomeBody): OutcomeBody {
  const { reason, options, rationale, dissent, trial, rediscussion } = body
  return {
    ...body,
    reason: reason.trim(),
    options: options.trim(),
    rationale: rationale.trim(),
    dissent: dissent.trim(),
    trial: trial.trim(),
    recommendations: body.recommendations
      .map(each => ({ ...each, text: each.text.trim() }))
      .filter(({ text, type }) => text !== '' || type !== null),
    actions: body.actions
      .map(each => ({ ...each, text: each.text.trim(), owner: each.owner.trim() }))
      .filter(({ text, owner, due }) => text !== '' || owner !== '' || due !== null),
    rediscussion:
      rediscussion === null ? null : { ...rediscussion, words: rediscussion.words.trim() },
  }
}

/**
 * What an outcome still lacks before it can be signed; nothing when it can be. CLINICAL: the outcome fields of CLINICAL 5.3
 * and FEATURES O1: "no decision" needs a reason, and what is not discussed its protocol or reason.
 */
export function signingProblems(body: OutcomeBody): SigningProblem[] {
  const { decision, reason, recommendations, actions } = tidied(body)
  if (decision === null)
    return [{ path: 'decision', message: 'Say whether something was recommended.' }]
  const problems: SigningProblem[] = []
  if (decision === 'recommended' && recommendations.length === 0)
    problems.push({ path: 'recommendations', message: 'Write what was recommended.' })
  if (decision !== 'recommended' && recommendations.length > 0)
    problems.push({
      path: 'decision',
      message: 'There are recommendations, so something was recommended; or remove them.',
    })
  if (decision === 'noDecision' && reason === '')
    problems.push({ path: 'reason', message: 'Say why there is no decision.' })
  if (decision === 'notDiscussed' && reason === '')
    problems.push({ path: 'reason', message: 'Name the protocol or the reason.' })
  recommendations.forEach(({ text, type }, at) => {
    if (text === '')
      problems.push({
        path: `recommendations[${at}].text`,
        message: 'Write what was recommended.',
      })
    if (type === null)
      problems.push({ path: `recommendations[${at}].type`, message: 'Choose what it is about.' })
  })
  actions.forEach(({ text, owner }, at) => {
    if (text === '')
      problems.push({ path: `actions[${at}].text`, message: 'Write what is to be done.' })
    if (owner === '')
      problems.push({ path: `actions[${at}].owner`, message: 'Name who is to do it.' })
  })
  return problems
}
