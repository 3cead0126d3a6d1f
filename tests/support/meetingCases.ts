/** Who opens the workspace that `fillMeetings.ts` makes, and how. */
export const MEETING_CASES = {
  userName: 'Dr Testa',
  passphrase: 'nothing but invented cases',
} as const
