import { resolve } from 'node:path'
import { z } from 'zod'
import { type Locale, defaultLocale } from '#kernel/i18n'
import type { Environment } from './environment.ts'
import { words } from './words.ts'

/** What the environment says of this instance; everything has a value that works except what only the town knows. */
export interface Config {
  readonly port: number
  /** Folder of the database, files and secrets. */
  readonly dataFolder: string
  /** An external PostgreSQL, or null for the embedded one. */
  readonly databaseUrl: string | null
  /** Public origin without final slash, or null when it was not said. */
  readonly url: string | null
  /** Whether a proxy of ours stands in front and says from which address, and by which scheme, a request comes. */
  readonly trustProxy: boolean
  /** Address to listen on: the loopback unless said otherwise. */
  readonly hostname: string
  readonly mail: { readonly smtpUrl: string; readonly address: string } | null
  readonly bucket: {
    readonly bucket: string
    readonly region: string
    readonly endpoint?: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
  } | null
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Sign-in providers this instance is registered with. */
  readonly oidc: readonly OidcClient[]
  /** Language of the command line. */
  readonly locale: Locale
}
export interface OidcClient {
  readonly id: 'franceconnect' | 'proconnect'
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** ProConnect: only agents of these establishments come in. */
  readonly sirets?: readonly string[]
}

/** The environment cannot be used; the message names each variable and what is expected, one per line. */
export class ConfigError extends Error {}

/** Reads the environment. @throws ConfigError */
export const readConfig = (environment: Environment = process.env): Config => {
  const locale = localeOf(environment)
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = Variables.safeParse(given)
  const faults = read.success ? [] : read.error.issues.map(issue => ({ name: String(issue.path[0]), key: keyOf(String(issue.path[0])) }))
  for (const group of groups) {
    const said = group.filter(name => given[name] !== undefined)
    if (said.length > 0) for (const name of group) if (given[name] === undefined) faults.push({ name, key: 'with' })
  }
  if (faults.length > 0 || !read.success) throw new ConfigError(explain(faults, locale))
  const v = read.data
  return {
    port: v.PORT,
    dataFolder: resolve(v.YVETTE_DATA),
    databaseUrl: v.DATABASE_URL ?? null,
    url: v.YVETTE_URL ?? null,
    trustProxy: v.YVETTE_TRUSTED_PROXIES > 0,
    hostname: v.YVETTE_HOST,
    mail: v.YVETTE_SMTP_URL && v.YVETTE_MAIL_FROM ? { smtpUrl: v.YVETTE_SMTP_URL, address: v.YVETTE_MAIL_FROM } : null,
    bucket:
      v.YVETTE_S3_BUCKET && v.YVETTE_S3_ACCESS_KEY_ID && v.YVETTE_S3_SECRET_ACCESS_KEY
        ? {
            bucket: v.YVETTE_S3_BUCKET,
            region: v.YVETTE_S3_REGION,
            accessKeyId: v.YVETTE_S3_ACCESS_KEY_ID,
            secretAccessKey: v.YVETTE_S3_SECRET_ACCESS_KEY,
            ...(v.YVETTE_S3_ENDPOINT ? { endpoint: v.YVETTE_S3_ENDPOINT } : {}),
          }
        : null,
    logLevel: v.YVETTE_LOG_LEVEL,
    oidc: [
      ...client('franceconnect', v.FRANCECONNECT_DISCOVERY_URL, v.FRANCECONNECT_CLIENT_ID, v.FRANCECONNECT_CLIENT_SECRET),
      ...client('proconnect', v.PROCONNECT_DISCOVERY_URL, v.PROCONNECT_CLIENT_ID, v.PROCONNECT_CLIENT_SECRET, v.PROCONNECT_SIRETS),
    ],
    locale,
  }
}

/** English when the terminal says so, French otherwise. */
export const localeOf = (environment: Environment): Locale => {
  const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return said.startsWith('en') ? 'en' : defaultLocale
}

const origin = z
  .url({ protocol: /^https?$/ })
  .refine(text => new URL(text).pathname === '/' && !new URL(text).search)
  .transform(text => new URL(text).origin)
const webAddress = z.url({ protocol: /^https?$/ })
const siret = z.string().regex(/^\d{14}$/)

const Variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  YVETTE_HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  YVETTE_DATA: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  YVETTE_URL: origin.optional(),
  YVETTE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  YVETTE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  YVETTE_MAIL_FROM: z.email().optional(),
  YVETTE_S3_BUCKET: z.string().optional(),
  YVETTE_S3_REGION: z.string().default('eu-west-3'),
  YVETTE_S3_ENDPOINT: webAddress.optional(),
  YVETTE_S3_ACCESS_KEY_ID: z.string().optional(),
  YVETTE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  YVETTE_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  FRANCECONNECT_DISCOVERY_URL: webAddress.optional(),
  FRANCECONNECT_CLIENT_ID: z.string().optional(),
  FRANCECONNECT_CLIENT_SECRET: z.string().optional(),
  PROCONNECT_DISCOVERY_URL: webAddress.optional(),
  PROCONNECT_CLIENT_ID: z.string().optional(),
  PROCONNECT_CLIENT_SECRET: z.string().optional(),
  PROCONNECT_SIRETS: z
    .string()
    .transform(text => text.split(',').map(one => one.trim()))
    .pipe(z.array(siret))
    .optional(),
})

// Each of these is useless without the others.
const groups = [
  ['YVETTE_SMTP_URL', 'YVETTE_MAIL_FROM'],
  ['YVETTE_S3_BUCKET', 'YVETTE_S3_ACCESS_KEY_ID', 'YVETTE_S3_SECRET_ACCESS_KEY'],
  ['FRANCECONNECT_DISCOVERY_URL', 'FRANCECONNECT_CLIENT_ID', 'FRANCECONNECT_CLIENT_SECRET'],
  ['PROCONNECT_DISCOVERY_URL', 'PROCONNECT_CLIENT_ID', 'PROCONNECT_CLIENT_SECRET'],
] as const

const client = (
  id: OidcClient['id'],
  discoveryUrl?: string,
  clientId?: string,
  clientSecret?: string,
  sirets?: readonly string[],
): OidcClient[] =>
  discoveryUrl && clientId && clientSecret ? [{ id, discoveryUrl, clientId, clientSecret, ...(sirets ? { sirets } : {}) }] : []

const keyOf = (name: string): Parameters<ReturnType<typeof words>>[0] => {
  if (name === 'PORT' || name === 'YVETTE_TRUSTED_PROXIES' || name === 'YVETTE_LOG_LEVEL' || name === 'PROCONNECT_SIRETS') return name
  if (name === 'DATABASE_URL' || name === 'YVETTE_SMTP_URL' || name === 'YVETTE_MAIL_FROM' || name === 'YVETTE_URL') return name
  return name.endsWith('_URL') || name.endsWith('_ENDPOINT') ? 'web' : 'other'
}

// The value itself is not repeated: it may be a password.
const explain = (faults: readonly { name: string; key: ReturnType<typeof keyOf> }[], locale: Locale) => {
  const t = words(locale)
  return [t('title'), ...faults.map(({ name, key }) => `  ${name}${locale === 'fr' ? ' ' : ''}: ${t(key)}`)].join('\n')
}
