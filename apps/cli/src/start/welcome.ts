/** Who can be tried out in the demonstration data. */
export interface DemonstrationAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
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
