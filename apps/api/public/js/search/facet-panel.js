import { h } from '../dom.js';
import { number } from '../format.js';
import { t } from '../locale.js';

/** Values of a facet beyond these are rare; the chosen ones are shown in any case. */
const MOST_VALUES = 8;

function valueRow({ value, label, count }, checked, toggle) {
  return h(
    'li',
    {},
    h(
      'label',
      { class: 'facet-value' },
      h('input', { type: 'checkbox', value, checked, on: { change: () => toggle(value) } }),
      h('span', { class: 'facet-label' }, label),
      h('span', { class: 'facet-count' }, number(count)),
    ),
  );
}

/** The facets of an answer as check boxes; `toggle(facet, value)` is called when one changes. */
export function facetPanel(facets, chosen, toggle) {
  return facets
    .filter(({ values }) => values.length > 0)
    .map(({ facet, values }) => {
      const wanted = chosen[facet] ?? [];
      const shown = values.filter(({ value }, i) => i < MOST_VALUES || wanted.includes(value));
      const rows = shown.map((entry) =>
        valueRow(entry, wanted.includes(entry.value), (value) => toggle(facet, value)),
      );
      return h(
        'fieldset',
        { class: 'facet', data: { facet } },
        h('legend', { class: 'panel-subtitle' }, t(`search.facet.${facet}`)),
        h('ul', {}, rows),
      );
    });
}
