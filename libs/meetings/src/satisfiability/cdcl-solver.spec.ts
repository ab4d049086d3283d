import { RandomSource } from '../search/random-source.js';
import { CdclSolver } from './cdcl-solver.js';

interface Formula {
  readonly clauses: readonly (readonly number[])[];
  readonly limits: readonly { readonly literals: readonly number[]; readonly most: number }[];
}

const VARIABLES = 9;

function formula(seed: number): Formula {
  const random = new RandomSource(seed * 6151);
  for (let i = 0; i < 30; i++) random.below(2);
  const literals = (count: number) => {
    const variables = Array.from({ length: VARIABLES }, (_, variable) => variable);
    random.shuffle(variables);
    return variables.slice(0, count).map((variable) => variable * 2 + random.below(2));
  };
  return {
    clauses: Array.from({ length: 24 }, () => literals(2 + random.below(2))),
    limits: Array.from({ length: 3 }, () => ({ literals: literals(6), most: 2 + random.below(2) })),
  };
}

function byTrying({ clauses, limits }: Formula): boolean {
  for (let bits = 0; bits < 1 << VARIABLES; bits++) {
    const holds = (literal: number) => ((bits >> (literal >> 1)) & 1) === 1 - (literal & 1);
    const kept = limits.every(({ literals, most }) => literals.filter(holds).length <= most);
    if (kept && clauses.every((clause) => clause.some(holds))) return true;
  }
  return false;
}

describe('deciding clauses and limits', () => {
  it('agrees with trying all assignments, and finds assignments that keep everything', () => {
    const answers = Array.from({ length: 300 }, (_, seed) => {
      const { clauses, limits } = formula(seed);
      const solver = new CdclSolver();
      for (let i = 0; i < VARIABLES; i++) solver.variable();
      clauses.slice(0, 12).forEach((clause) => solver.clause(...clause));
      limits.forEach(({ literals, most }) => solver.atMost(literals, most));
      clauses.slice(12).forEach((clause) => solver.clause(...clause));
      const answer = solver.solve(() => false);
      expect(answer).toBe(byTrying({ clauses, limits }) ? 'SATISFIABLE' : 'UNSATISFIABLE');
      if (answer !== 'SATISFIABLE') return answer;
      const holds = (literal: number) => solver.holds(literal);
      expect(clauses.every((clause) => clause.some(holds))).toBe(true);
      expect(limits.every(({ literals, most }) => literals.filter(holds).length <= most)).toBe(true);
      return answer;
    });
    expect(new Set(answers).size).toBe(2);
  });

  it('proves that seven do not fit into six places', () => {
    const solver = new CdclSolver();
    const sits = Array.from({ length: 7 }, () => Array.from({ length: 6 }, () => solver.variable()));
    sits.forEach((places) => solver.clause(...places));
    for (let place = 0; place < 6; place++)
      for (let one = 0; one < 7; one++)
        for (let other = 0; other < one; other++)
          solver.clause(sits[one]![place]! ^ 1, sits[other]![place]! ^ 1);
    expect(solver.solve(() => false)).toBe('UNSATISFIABLE');
  });

  it('tightens a limit until nothing is left', () => {
    const solver = new CdclSolver();
    const literals = Array.from({ length: 6 }, () => solver.variable());
    solver.clause(...literals.slice(0, 3));
    solver.clause(...literals.slice(3));
    const limit = solver.atMost(literals, 4);
    expect(solver.solve(() => false)).toBe('SATISFIABLE');
    solver.tighten(limit, 2);
    expect(solver.solve(() => false)).toBe('SATISFIABLE');
    solver.tighten(limit, 1);
    expect(solver.solve(() => false)).toBe('UNSATISFIABLE');
  });
});
