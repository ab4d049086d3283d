/** The dearest that a guest may ask for, each kind as a GraphQL document for a number that makes its texts new. */
export type HostileRequest = (number: number) => string;

const LONGEST_NEED = 2000;
const SHORT_NEED = 60;
const LONGEST_QUESTION = 200;

/** `length` characters of names of things, beginning somewhere else for each number. */
function textOf(names: readonly string[], number: number, length: number): string {
  const from = (number * 131) % names.length;
  let text = '';
  for (let i = 0; text.length < length; i++) text += `${names[(from + i * 7) % names.length]}，`;
  return JSON.stringify(text.slice(0, length));
}

const aliases = (count: number, field: (i: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field(i)}`).join(' ')} }`;

/** The requests of hostile guests: as many aliases as the limits allow, and the fifteen that brought the API down. */
export function hostileRequests(names: readonly string[]): HostileRequest[] {
  const match = (number: number) => (i: number) =>
    `matchesForWords(text: ${textOf(names, number * 15 + i, LONGEST_NEED)}) {
       compared matches { organization { name } card { score criteria { key state } } } }`;
  const shortMatch = (number: number) => (i: number) =>
    `matchesForWords(text: ${textOf(names, number * 15 + i, SHORT_NEED)}) { compared matches { card { score } } }`;
  const search = (number: number) => (i: number) =>
    `search(index: CAPABILITIES, text: ${textOf(names, number * 15 + i, LONGEST_QUESTION)}, facets: [CITY, KIND]) {
       total hits { score titleHighlight } }`;
  const list = () =>
    'procurementNeeds(first: 100) { edges { node { title replyDeadline organization { name } } } }';
  return [
    (number) => aliases(1, match(number)),
    (number) => aliases(7, shortMatch(number)),
    (number) => aliases(4, search(number)),
    () => aliases(12, list),
    (number) => aliases(15, match(number)),
  ];
}
