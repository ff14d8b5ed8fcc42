/** Where the screens of moderation live; the module of that name draws them. */
export const rulesPath = '/moderation/regles'
export const registerPath = '/moderation/registre'
export const queuePath = '/moderation'
export const ownContentsPath = '/moderation/mes-publications'

export const rulePath = ({ version, number }: { version: number; number: number }) => `${rulesPath}?version=${version}#regle-${number}`
export const filePath = (subject: string) => `/moderation/contenus/${encodeURIComponent(subject)}`
export const reportPath = (subject: string) => `/moderation/signaler?sujet=${encodeURIComponent(subject)}`
