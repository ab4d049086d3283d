import { onAccountChange } from '../account/account.js';
import { byId, fill, h } from '../dom.js';
import { payloadOf, request } from '../graphql.js';
import { languageOf, onLocaleChange, t } from '../locale.js';
import { showMatchList, showMatchSkeleton } from '../match/match-list.js';
import { OPERATIONS } from '../operations.js';
import { failure } from '../status-panel.js';
import { offerDeltaRegions } from './delta-regions.js';
import { missingFields, needInput, REQUIRED } from './need-terms.js';

const FIRST = 20;

function markMissing(form, missing) {
  for (const name of REQUIRED)
    form.elements[name].setAttribute('aria-invalid', String(missing.includes(name)));
  byId('need-fault').textContent = missing.length > 0 ? t('need.missing') : '';
  form.elements[missing[0]]?.focus();
}

/** Drafts the need and publishes it. */
async function publish(form, attempt) {
  const organization = form.elements.organization.value;
  const drafted = await request(OPERATIONS.createProcurementNeed, {
    input: needInput(form, organization, attempt),
  });
  const { id } = drafted.createProcurementNeed.procurementNeed;
  const published = await request(OPERATIONS.publishProcurementNeed, {
    input: { actingOrganizationId: organization, needId: id },
  });
  return payloadOf(published.publishProcurementNeed).procurementNeed;
}

/** Shows the suppliers that fit the stored need. */
async function showMatches(container, id) {
  showMatchSkeleton(container);
  try {
    const { procurementNeed } = await request(OPERATIONS.needMatches, { id, first: FIRST });
    showMatchList(container, procurementNeed.matches);
  } catch (error) {
    fill(
      container,
      failure(error, () => void showMatches(container, id)),
    );
  }
}

async function offerOrganizations(select, person) {
  const { myOrganizations } = person ? await request(OPERATIONS.myOrganizations) : { myOrganizations: [] };
  fill(
    select,
    myOrganizations.map(({ id, name }) => h('option', { value: id, lang: languageOf(name) }, name)),
  );
  return myOrganizations.length > 0;
}

async function follow(form, person) {
  const mayPost = await offerOrganizations(form.elements.organization, person).catch(() => false);
  byId('need-guest').hidden = mayPost;
  byId('need-guest-text').dataset.t = person ? 'need.noOrganization' : 'need.guest';
  byId('need-guest-text').textContent = t(byId('need-guest-text').dataset.t);
  byId('need-guest-sign-in').hidden = person !== null;
  form.hidden = !mayPost;
  if (mayPost) await offerDeltaRegions(form.elements.region).catch((error) => showFault(error.message));
}

function showFault(text) {
  byId('need-fault').textContent = text;
}

/** The view where a buyer stores a need with five fields and sees its matches. */
export function startNeedView() {
  const form = byId('need-post');
  const results = byId('need-results');
  const done = byId('need-done');
  let attempt = crypto.randomUUID();
  let published = null;

  async function submit() {
    const missing = missingFields(form);
    markMissing(form, missing);
    if (missing.length > 0) return;
    const button = byId('need-post-submit');
    button.disabled = true;
    try {
      published = await publish(form, attempt);
      attempt = crypto.randomUUID();
      done.textContent = t('need.published', { title: published.title });
      form.reset();
      await showMatches(results, published.id);
    } catch (error) {
      showFault(error.message);
    }
    button.disabled = false;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  byId('need-guest-sign-in').addEventListener('click', () => byId('sign-in').showModal());
  onAccountChange((person) => void follow(form, person));
  onLocaleChange(() => {
    showFault('');
    done.textContent = '';
    if (!form.hidden) void offerDeltaRegions(form.elements.region).catch(() => undefined);
    if (published) void showMatches(results, published.id);
  });
}
