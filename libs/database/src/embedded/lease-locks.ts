import type { ServerConnection } from './server-connection.js';

/**
 * Who needs a server and who keeps it, told by advisory locks in its database `postgres`. Everybody who needs the
 * server holds one lock together with the others; the keeper stops it when it gets that lock for itself, from which
 * moment no newcomer gets it. A lock falls with its connection, and so with a process that was killed.
 */
const CLASS = 7012;
const LEASE = `${CLASS}, 1`;
const KEEPER = `${CLASS}, 2`;
const CHANNEL = 'lianqiao_lease';

/** Takes part in the lease; false when the keeper is about to stop the server. */
export async function joinLease(connection: ServerConnection): Promise<boolean> {
  const joined = await connection.isTrue(`pg_try_advisory_lock_shared(${LEASE})`);
  if (joined) await tellKeeper(connection);
  return joined;
}

/** Gives a lease back. */
export async function leaveLease(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_advisory_unlock_shared(${LEASE})`);
  await tellKeeper(connection);
}

/** Whether anybody holds a lease. */
export function anybodyHoldsLease(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(held(1, 'ShareLock'));
}

/** Whether the server has a keeper. */
export function hasKeeper(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(held(2, 'ExclusiveLock'));
}

/** Becomes the server's keeper; false when it has one. */
export function becomeKeeper(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(`pg_try_advisory_lock(${KEEPER})`);
}

/** Closes the server to newcomers if nobody holds a lease. */
export function closeToNewcomers(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(`pg_try_advisory_lock(${LEASE})`);
}

/** Opens the server to newcomers again. */
export async function openToNewcomers(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_advisory_unlock(${LEASE})`);
}

/** Calls back whenever somebody took a lease or gave it back; a fallen one is not told. */
export async function onLeaseChange(connection: ServerConnection, callback: () => void): Promise<void> {
  connection.client.on('notification', callback);
  await connection.client.query(`listen ${CHANNEL}`).catch(() => undefined);
}

async function tellKeeper(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_notify('${CHANNEL}', '') is null`);
}

function held(object: number, mode: string): string {
  return `exists (select from pg_locks where locktype = 'advisory' and classid = ${CLASS} and objid = ${object} and mode = '${mode}' and granted)`;
}
