import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((v) => v === '1' || v === 'true');
const url = (protocols: readonly string[]) =>
  z
    .string()
    .optional()
    .transform((v) => v || undefined)
    .refine((v) => v === undefined || protocols.some((p) => v.startsWith(`${p}://`)), {
      message: `must start with ${protocols.map((p) => `${p}://`).join(' or ')}`,
    });

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.lianqiao')
    .transform((dir) => resolve(dir)),
  DATABASE_URL: url(['postgres', 'postgresql']),
  MEILI_URL: url(['http', 'https']),
  MEILI_KEY: z.string().optional(),
  PUBLIC_URL: url(['http', 'https']),
  DEMO: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What the environment says: addresses, folders and switches. Every variable is optional. */
export type Settings = Readonly<z.output<typeof environment>> & { readonly production: boolean };

/** Dependency-injection token of {@link Settings}. */
export const SETTINGS = Symbol('Settings');

/** Reads the settings; throws one sentence that names every wrong variable. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`Wrong configuration: ${wrong.join('; ')}.`);
  }
  return { ...parsed.data, production: parsed.data.NODE_ENV === 'production' };
}
