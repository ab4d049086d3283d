/** Who can be tried out in the demonstration data. */
export interface DemonstrationAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

/**
 * What makes API and worker quiet while developing: the addresses stay in sight at the end of the terminal, and what goes
 * wrong is still told. Production, and an operator who sets LOG_LEVEL, get what they ask for.
 */
export function quietLog(
  { production }: { readonly production: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): { LOG_LEVEL?: string } {
  return production || environment['LOG_LEVEL'] ? {} : { LOG_LEVEL: 'warn' };
}

/** The lines that greet the operator once everything runs. */
export function welcome(
  address: string,
  seconds: string,
  accounts: readonly DemonstrationAccount[],
): string[] {
  const width = Math.max(0, ...accounts.map(({ role }) => role.length));
  return [
    '',
    `Lianqiao 链桥 is ready after ${seconds} s`,
    '',
    `  Portal    ${address}/`,
    `  GraphQL   ${address}/graphql`,
    `  Health    ${address}/health/ready`,
    ...(accounts.length > 0 ? ['', '  Demonstration accounts'] : []),
    ...accounts.map(({ role, login, password }) => `    ${role.padEnd(width)}   ${login}   ${password}`),
    '',
    '  Ctrl-C stops everything; a second one does so at once.',
    '',
  ];
}
