import { MAX_CONCEPTS, proposedConcepts } from './proposed-concepts.js';

const part = (conceptId: string | null, role = 'DEFINING', weight = 0.5) => ({
  text: conceptId ?? '通用',
  conceptId,
  conceptName: null,
  role,
  weight,
});

describe('a capability from a brochure', () => {
  it('takes as many concepts as the API does, and names those left out', () => {
    const parts = Array.from({ length: 15 }, (_, i) => part(`c${i}`));
    const { chosen, further } = proposedConcepts(parts);
    expect(chosen).toHaveLength(MAX_CONCEPTS);
    expect(further).toHaveLength(7);
    expect([...chosen, ...further].map(({ value }) => value)).toEqual(
      parts.map(({ conceptId }) => conceptId),
    );
  });

  it('puts what is offered first and fields of use last, each concept once', () => {
    const parts = [
      part('vehicle', 'APPLICATION', 1),
      part('aluminium'),
      part('casting', 'HEAD'),
      part('die-casting', 'DEFINING', 0.9),
      part('aluminium'),
      part(null),
    ];
    expect(proposedConcepts(parts).chosen.map(({ value }) => value)).toEqual([
      'casting',
      'die-casting',
      'aluminium',
      'vehicle',
    ]);
  });
});
