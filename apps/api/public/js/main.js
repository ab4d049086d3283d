import { startAccount } from './account/account.js';
import { startEventsView } from './events/events-view.js';
import { locale, onLocaleChange, setLocale, translatePage } from './locale.js';
import { startMatchView } from './match/match-view.js';
import { startSearchView } from './search/search-view.js';
import { startNeedView } from './need/need-view.js';
import { startRouter } from './router.js';

function startLanguages() {
  const buttons = document.querySelectorAll('[data-language]');
  const mark = () =>
    buttons.forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === locale())));
  buttons.forEach((button) => button.addEventListener('click', () => setLocale(button.dataset.language)));
  onLocaleChange(mark);
  mark();
}

translatePage();
startLanguages();
startRouter();
startNeedView();
startAccount();
startMatchView();
startEventsView();
startSearchView();
