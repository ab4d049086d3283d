/** What each index can be narrowed by: facet of the answer → condition of the filter. */
const PLACE = { PROVINCE: 'regions' };
const HELD = { TIER: 'tiers', CERTIFICATE: 'certificates' };

export const INDEXES = {
  CAPABILITIES: { ...PLACE, KIND: 'capabilityKinds', ...HELD },
  ORGANIZATIONS: { ...PLACE, ...HELD },
  NEEDS: { ...PLACE, KIND: 'needKinds', CERTIFICATE: 'certificates' },
  EVENTS: { ...PLACE, KIND: 'eventKinds' },
};

/** The chosen values by facet as a filter of the API. */
export function filterOf(index, chosen) {
  const conditions = Object.entries(INDEXES[index]).flatMap(([facet, condition]) =>
    chosen[facet]?.length > 0 ? [[condition, chosen[facet]]] : [],
  );
  return conditions.length > 0 ? Object.fromEntries(conditions) : null;
}
