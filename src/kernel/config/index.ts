export { fullEnvironment, keepEnvironment, type Environment } from './environment.ts'
export { ConfigError, localeOf, readConfig, type Config, type OidcClient } from './readConfig.ts'
export { openSecrets, type Secrets } from './secrets.ts'
