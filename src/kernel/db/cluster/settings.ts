// For a town on two cores and 4 GB. Nothing here trades an acknowledged act for speed: fsync, full_page_writes and
// synchronous_commit keep their safe defaults.
const chosen = {
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  wal_compression: 'on',
  min_wal_size: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  autovacuum_vacuum_cost_limit: '1000',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // What an error says of a row stays out of the logs: it may be personal.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
}

/** Words of the command line that start the server. */
export const settings = (sockets: string | null): string[] =>
  Object.entries({ ...chosen, listen_addresses: '127.0.0.1', unix_socket_directories: sockets ?? '' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
