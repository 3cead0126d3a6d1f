// Why a command cannot be done where nothing offers it.
export const AT_PATIENTS = 'Go to the patients first.'
export const AT_BOARD = 'Open a patient first.'
export const AT_MEETINGS = 'Go to the meetings first.'
export const AT_LIST = 'Open a meeting first.'
