import { createHmac, randomBytes } from 'node:crypto'
import type { AnyWorld } from '#kernel/world'

type Place = Pick<AnyWorld, 'signingKey' | 'body'>

/** A receipt that anyone can check and that leads to no answer: a number drawn at random, signed for this survey. */
export const newReceipt = (world: Place, survey: string): string => {
  const number = randomBytes(4).toString('hex').toUpperCase()
  return `${number}-${signature(world, survey, number)}`
}
export const isReceipt = (world: Place, survey: string, typed: string): boolean => {
  const [number = '', signed] = typed.trim().toUpperCase().split('-')
  return /^[0-9A-F]{8}$/.test(number) && signed === signature(world, survey, number)
}
const signature = ({ signingKey, body }: Place, survey: string, number: string) =>
  createHmac('sha256', signingKey).update(`survey receipt ${body.id} ${survey} ${number}`).digest('hex').slice(0, 8).toUpperCase()
