/** Where a budget stands on the site, and what followers and moderators call it. */
export const budgetPath = (id: string) => `/budgets/${id}`
export const budgetSubject = (id: string) => `budget:${id}`
export const ideaPath = (id: string) => `/budgets/idees/${id}`
export const ideaSubject = (id: string) => `budget-idea:${id}`
export const messageSubject = (id: string) => `budget-message:${id}`
