import { byId, fill } from '../dom.js';
import { request } from '../graphql.js';
import { onLocaleChange, t } from '../locale.js';
import { OPERATIONS } from '../operations.js';
import { notePlace, place } from '../router.js';
import { failure } from '../status-panel.js';
import { foundSentence, showMatchList, showMatchSkeleton } from './match-list.js';

/** How many suppliers are asked for. */
const FIRST = 20;

/** The view where a need in plain words leads to explained matches. */
export function startMatchView() {
  const form = byId('need-form');
  const words = byId('need-words');
  const results = byId('match-results');
  let asked = '';
  let turn = 0;

  async function ask({ quietly }) {
    const mine = ++turn;
    setBusy(form, results, true);
    if (!quietly) showMatchSkeleton(results);
    try {
      const { matchesForWords } = await request(OPERATIONS.matchesForWords, { text: asked, first: FIRST });
      if (mine !== turn) return;
      showMatchList(results, matchesForWords);
      byId('match-status').textContent = foundSentence(matchesForWords);
      if (!quietly) bringIntoView(results);
    } catch (error) {
      if (mine === turn)
        fill(
          results,
          failure(error, () => ask({ quietly: false })),
        );
    } finally {
      if (mine === turn) setBusy(form, results, false);
    }
  }

  function submit() {
    asked = words.value.trim();
    showMissing(words, asked === '');
    if (asked === '') return words.focus();
    notePlace('match', { q: asked });
    byId('match-steps').hidden = true;
    return ask({ quietly: false });
  }

  followForm(form, words, submit);
  onLocaleChange(() => {
    if (asked) void ask({ quietly: true });
    if (byId('need-missing').textContent) showMissing(words, true);
  });
  const { view, params } = place();
  if (view === 'match' && params.get('q')) {
    words.value = params.get('q');
    void submit();
  }
}

/** On a small screen the answer is below the fold. */
function bringIntoView(results) {
  if (results.getBoundingClientRect().top > innerHeight * 0.6) results.scrollIntoView({ block: 'start' });
}

function setBusy(form, results, busy) {
  results.setAttribute('aria-busy', String(busy));
  form.classList.toggle('is-busy', busy);
  const submit = byId('need-submit');
  submit.dataset.t = busy ? 'match.submitting' : 'match.submit';
  submit.textContent = t(submit.dataset.t);
}

function showMissing(words, missing) {
  byId('need-missing').textContent = missing ? t('match.empty') : '';
  words.setAttribute('aria-invalid', String(missing));
}

function followForm(form, words, submit) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  words.addEventListener('input', () => showMissing(words, false));
  for (const chip of form.querySelectorAll('.chip')) {
    chip.addEventListener('click', () => {
      words.value = chip.textContent;
      form.requestSubmit();
    });
  }
}
