import type { SafeguardChanges } from '../../../apps/api/src/security/safeguards.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** Runs work while the environment says something else. */
export async function withEnvironment<T>(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The API as it runs in production, but for single safeguards and variables. */
export function createProductionApp(
  safeguards: SafeguardChanges = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  return withEnvironment({ NODE_ENV: 'production', LOG_LEVEL: 'silent', ...variables }, () =>
    createTestApp(safeguards),
  );
}
