import { fill, h } from '../dom.js';
import { request } from '../graphql.js';
import { t } from '../locale.js';
import { OPERATIONS } from '../operations.js';

/** Fills a choice with the cities of the Delta by province; what was chosen stays chosen. */
export async function offerDeltaRegions(select) {
  const chosen = select.value;
  const { shanghai, ...provinces } = await request(OPERATIONS.deltaRegions);
  const option = ({ code, name }) => h('option', { value: code }, name);
  fill(
    select,
    h('option', { value: '' }, t('need.choose')),
    option(shanghai),
    Object.values(provinces).map(({ name, children }) =>
      h('optgroup', { label: name }, children.map(option)),
    ),
  );
  select.value = chosen;
}
