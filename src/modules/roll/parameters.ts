import { loadParameters, parameterAt } from '#kernel/parameters'

const register = loadParameters([new URL('./data/roll.yaml', import.meta.url)])

/** Why the electoral register is never used for this roll, as the law stands that day. */
export const electoralRegisterAt = (today: string) => parameterAt(register, 'roll.electoral-register-used', today)
