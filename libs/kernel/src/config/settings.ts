import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { EMBEDDER_VARIABLES, SEARCH_VARIABLES } from './search-variables.js';
import {
  address,
  count,
  flag,
  flagOfProfile,
  list,
  oneOf,
  port,
  seconds,
  secret,
  text,
  variable,
  variableNotes,
} from './variable.js';

/** Every variable that the platform reads: how it is checked, what it means, and what a wrong one is told. */
const variables = {
  NODE_ENV: variable(text().default('development'), {
    must: 'be a word such as production or development',
    meaning:
      '`production` refuses demonstration data, turns GraphiQL and schema introspection off, writes the log as JSON, and keeps the files of the portal in memory',
  }),
  HOST: variable(text().default('127.0.0.1'), {
    must: 'be an address of this machine',
    meaning: 'address the API listens on; `0.0.0.0` for everybody who reaches the machine',
  }),
  PORT: variable(port(4000), {
    must: 'be a whole number from 0 to 65535',
    meaning: 'TCP port of the API; `0` takes any free one when started by `npm start`',
  }),
  PUBLIC_URL: variable(address('http', 'https'), {
    must: 'start with http:// or https:// and be an address',
    meaning:
      'address under which people reach the portal: stands in the links of invitations (otherwise `http://localhost:PORT`), and with `https://` the session cookie is marked secure',
  }),
  DATA_DIR: variable(
    text()
      .default('.lianqiao')
      .transform((folder) => resolve(folder)),
    {
      must: 'be a folder',
      meaning:
        'folder of the embedded database, the message outbox, and the error files of imports; relative to where the program is started',
    },
  ),
  DATABASE_URL: variable(address('postgres', 'postgresql'), {
    must: 'start with postgres:// or postgresql:// and be an address',
    meaning:
      '`postgres://user:password@host:port/database` of a PostgreSQL of your own, 15 or newer; without it the embedded one runs in `DATA_DIR/postgres`',
  }),
  ...SEARCH_VARIABLES,
  ...EMBEDDER_VARIABLES,
  DEMO: variable(flag(), {
    must: 'be 0, 1, true or false',
    meaning:
      '`1` (or `true`) loads demonstration data into an empty database, also into your own; `0` (or `false`) keeps it out of the embedded one, which otherwise gets it at the first `npm start`',
  }),
  DRAIN_SECONDS: variable(seconds(0, 300), {
    must: 'be a number of seconds from 0 to 300',
    meaning:
      'how long an API that is asked to stop goes on serving after `/health/ready` has failed, so that a load balancer can notice',
  }),
  CORS_ORIGINS: variable(
    list().refine((origins) => origins.every((origin) => /^https?:\/\/[^/]+$/.test(origin))),
    {
      must: 'be origins such as https://portal.example.org, with commas between them',
      meaning:
        'origins whose pages may read answers, with commas between them; without it only the portal’s own',
    },
  ),
  TRUSTED_PROXIES: variable(list(), {
    must: 'be addresses or networks, with commas between them',
    meaning:
      'proxies before the API whose `X-Forwarded-For` is believed, with commas between them; behind one that is not named all guests count as one caller',
  }),
  RATE_LIMIT: variable(flagOfProfile(), {
    must: 'be 0, 1, true or false',
    meaning:
      '`0` (or `false`) counts nobody: for load tests, or behind a gateway that limits requests by itself; by itself `1` in production only',
  }),
  RATE_LIMIT_PERSON: variable(count(1_500_000), {
    must: 'be a whole number above 0',
    meaning:
      'cost of operations that one signed-in person may spend in a minute; a list of twenty needs costs about a hundred',
  }),
  RATE_LIMIT_GUESTS: variable(count(3_000_000), {
    must: 'be a whole number above 0',
    meaning: 'cost of operations that all guests of one network address may spend in a minute, together',
  }),
  RATE_LIMIT_DEAR: variable(count(200_000), {
    must: 'be a whole number above 0',
    meaning:
      'cost of matches that one caller may spend in a minute, counted over all API processes; a usual match costs 500 to 1,000, the dearest 2,500',
  }),
  LOG_LEVEL: variable(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'), {
    must: 'be fatal, error, warn, info, debug, trace or silent',
    meaning:
      'lowest level that API and worker log on standard error; requests are `info`; `npm start` uses `warn` outside production',
  }),
  LOG_FORMAT: variable(oneOf('json', 'readable').optional(), {
    must: 'be json or readable',
    meaning: 'form of the log: `json`, one object a line, or `readable`; by itself `json` in production only',
  }),
  METRICS_HOST: variable(text().default('127.0.0.1'), {
    must: 'be an address of this machine',
    meaning:
      'address on which API and worker answer their monitor (`/metrics`, `/health/live`, `/health/ready`); any other than the loopback needs `METRICS_TOKEN`',
  }),
  METRICS_PORT: variable(port(0), {
    must: 'be a whole number from 0 to 65535',
    meaning: 'TCP port of the monitor of the API; `0` keeps it shut',
  }),
  WORKER_METRICS_PORT: variable(port(0), {
    must: 'be a whole number from 0 to 65535',
    meaning: 'TCP port of the monitor of the worker; `0` keeps it shut',
  }),
  METRICS_TOKEN: variable(secret().optional(), {
    must: 'have at least 16 characters and no blanks',
    meaning: '`/metrics` answers only requests with `Authorization: Bearer` and this token',
  }),
} as const;

const environment = z.object(variables);

/** What the environment says: addresses, folders and switches. Every variable is optional. */
export type Settings = Readonly<z.output<typeof environment>> & { readonly production: boolean };

/** Dependency-injection token of {@link Settings}. */
export const SETTINGS = Symbol('Settings');

/** Reads the settings; throws one sentence that names every wrong variable. An empty variable counts as unset. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(variables).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    refuse([...names].map((name) => `${name} must ${noteOf(name).must}`));
  }
  const settings = parsed.data;
  if (settings.METRICS_TOKEN === undefined && !isLoopback(settings.METRICS_HOST))
    refuse([`METRICS_HOST ${settings.METRICS_HOST} is open to others and needs METRICS_TOKEN`]);
  if (settings.EMBEDDER_URL && !(settings.EMBEDDER_MODEL && settings.EMBEDDER_DIMENSIONS))
    refuse(['EMBEDDER_URL needs EMBEDDER_MODEL and EMBEDDER_DIMENSIONS']);
  return { ...settings, production: settings.NODE_ENV === 'production' };
}

/** A variable as the documentation shows it. */
export interface SettingDescription {
  readonly name: string;
  /** What holds when it is not set; undefined when nothing does. */
  readonly otherwise: string | undefined;
  readonly meaning: string;
}

/** Every variable of the settings, in the order of the documentation. */
export function describeSettings(): SettingDescription[] {
  const untouched: Record<string, unknown> = environment.parse({ DATA_DIR: undefined });
  return Object.keys(variables).map((name) => ({
    name,
    otherwise: name === 'DATA_DIR' ? '.lianqiao' : shown(untouched[name]),
    meaning: noteOf(name).meaning,
  }));
}

function shown(value: unknown): string | undefined {
  if (value === true) return '1';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function noteOf(name: string): { must: string; meaning: string } {
  const note = variableNotes.get(variables[name as keyof typeof variables]);
  if (!note) throw new Error(`there is no variable ${name}`);
  return note;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function refuse(sentences: readonly string[]): never {
  throw new Error(`Wrong configuration: ${sentences.join('; ')}.`);
}
