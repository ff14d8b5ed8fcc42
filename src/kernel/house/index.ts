export { innerRooms, kernelRooms } from './rooms.ts'
export { openHouse, prepareDatabase, type House, type HousePlan } from './openHouse.ts'
export { loadDemonstration, demonstrationSamples } from './demonstration.ts'
