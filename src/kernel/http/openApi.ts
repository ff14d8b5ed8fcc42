import { z } from 'zod'
import type { Route } from './router.ts'

/** The OpenAPI 3.1 description of everything public in JSON, made from the routes themselves. */
export const openApi = (routes: readonly Route[], origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Yvette',
    version: '1',
    description: 'What the commune and its residents build together, readable by machines. Read-only; no key needed.',
    license: { name: 'Licence Ouverte 2.0 (data)', identifier: 'etalab-2.0' },
  },
  servers: [{ url: origin }],
  paths: Object.fromEntries(routes.flatMap(route => (route.api ? [[openPath(route.path), { get: operation(route, route.api) }]] : []))),
})

const openPath = (path: string) => path.replace(/:(\w+)(\{[^/]*\})?/g, '{$1}')

const operation = (route: Route, api: NonNullable<Route['api']>) => ({
  summary: api.summary.en,
  description: api.summary.fr,
  parameters: [
    ...[...route.path.matchAll(/:(\w+)/g)].map(match => ({ name: match[1], in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(api.query?.shape ?? {}).map(([name, schema]) => ({ name, in: 'query', schema: schemaOf(schema) })),
  ],
  responses: {
    200: { description: 'OK', content: { 'application/json': { schema: schemaOf(api.response) } } },
    404: { description: 'Unknown' },
  },
})

const schemaOf = (schema: z.core.$ZodType) => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return described
}
