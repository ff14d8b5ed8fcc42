import pg from 'pg'

/** A connection as the owner, whose texts mean the same on every server and version. */
export const plainSession = async (ownerUrl: string, name: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: name })
  await client.connect()
  await client.query(`set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
    set extra_float_digits = 1; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0;
    set idle_in_transaction_session_timeout = 0`)
  return client
}
