import { useTexts } from '../../texts/locale.js';
import { SearchBox } from '../search/search-box.js';

/** The one search box, for whoever knows what to look for. */
export function HomeSearch() {
  const t = useTexts();
  return (
    <section className="section home-search" aria-labelledby="home-search-title">
      <h2 id="home-search-title">{t('home.searchTitle')}</h2>
      <SearchBox text="" />
    </section>
  );
}
