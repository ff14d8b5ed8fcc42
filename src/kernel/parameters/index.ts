export { Parameter, type Register, registerOf, type Unit, units } from './register.ts'
export { numberAt, parameterAt } from './parameterAt.ts'
export { allParameters, loadParameters, readRegister } from './loadParameters.ts'
export { participation } from './participation.ts'
