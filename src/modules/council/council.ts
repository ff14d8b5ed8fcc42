/** The council as the engine of meetings knows it, and where its pages are. */
export const councilOwner = 'council'
export const sessionsPath = '/conseil/seances'
export const deliberationSubject = (id: string) => `deliberation:${id}`
export const deliberationUrl = (id: string, rest = '') => `/conseil/deliberations/${id}${rest}`
export const sittingUrl = (id: string, rest = '') => `${sessionsPath}/${id}${rest}`
export const liveUrl = (id: string) => `/conseil/direct/${id}`
export const listUrl = (id: string) => `/conseil/listes/${id}`
