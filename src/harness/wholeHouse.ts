import { demonstrationSamples } from '#kernel/house'
import { type AppUnderTest, startApp, type TestApp } from '#kernel/testing'
import type { Route } from '#kernel/http'
import { engines, services } from '../services.ts'

/** The whole house with its invented life, and values for every `:name` in its paths. */
export const startWholeHouse = async (plan: Partial<AppUnderTest> = {}) => {
  const app = await startApp({ engines, services, demo: true, ...plan }, { keep: true })
  await app.settle()
  const samples = await app.inWorld(world => demonstrationSamples([...engines, ...services], world))
  return { app, samples }
}

export const everyRoute: readonly (Route & { service: string })[] = services.flatMap(service =>
  service.routes.map(route => ({ ...route, service: service.id })),
)

/** The path of a route with real values; throws when a room gives no sample for one of its names. */
export const realPath = (route: Pick<Route, 'path'>, samples: Readonly<Record<string, string>>): string =>
  route.path.replace(/:(\w+)(\{[^/]*\})?\??/g, (_, name: string) => {
    const value = samples[name]
    if (value === undefined) throw new Error(`No room gives a sample for :${name} (${route.path}); add it to the manifest's samples().`)
    return encodeURIComponent(value)
  })

export type { TestApp }
