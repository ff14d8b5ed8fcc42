export { ConfigError, localeOf, readConfig, type Config } from './readConfig.ts'
export { openSecrets, type Secrets } from './secrets.ts'
