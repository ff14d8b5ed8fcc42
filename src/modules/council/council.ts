/** The council as the engine of meetings knows it, and those who follow it: there is one in a commune. */
export const councilOwner = 'council:1'
export const sessionsPath = '/conseil/seances'
export const deliberationSubject = (id: string) => `deliberation:${id}`
export const deliberationUrl = (id: string, rest = '') => `/conseil/deliberations/${id}${rest}`
export const sittingUrl = (id: string, rest = '') => `${sessionsPath}/${id}${rest}`
export const liveUrl = (id: string) => `/conseil/direct/${id}`
export const listUrl = (id: string) => `/conseil/listes/${id}`
