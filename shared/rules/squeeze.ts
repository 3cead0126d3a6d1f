/** Text without what does not matter for telling whether two are the same: spaces and case. */
export function squeeze(text: string): string {
  return text.replace(/\s/g, '').toLowerCase()
}
