import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { pino } from 'pino'
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Looks at requests as they pass: logs without personal data, and figures for Prometheus. */
export interface Observer {
  seen(request: { method: string; route: string; status: number; seconds: number }): void
  failed(error: unknown, c: Context | undefined): void
  metrics(): Promise<string>
}

/** `level` is pino's: silent, error, warn, info, debug. Lines go to the standard output, or to `write`. */
export const watch = ({ level, write }: { level: string; write?: (line: string) => void }): Observer => {
  const log = write ? pino({ level, base: null }, { write }) : pino({ level, base: null })
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'yvette_request_duration_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return {
    seen({ method, route, status, seconds }) {
      duration.observe({ method, route, status }, seconds)
      log.info({ method, route, status, ms: Math.round(seconds * 1e5) / 100 })
    },
    failed(error, c) {
      // The stack says where; the message may quote what somebody typed, so only its kind is kept.
      const stack =
        error instanceof Error
          ? error.stack
              ?.split('\n')
              .filter(line => /^\s+at /.test(line))
              .slice(0, 8)
          : []
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      log.error({ route: c && routePath(c, -1), error: error instanceof Error ? error.name : 'unknown', code, stack })
    },
    metrics: () => registry.metrics(),
  }
}

export const observe =
  (observer: Observer): MiddlewareHandler =>
  async (c, next) => {
    const from = performance.now()
    await next()
    observer.seen({ method: c.req.method, route: routePath(c, -1), status: c.res.status, seconds: (performance.now() - from) / 1000 })
  }
