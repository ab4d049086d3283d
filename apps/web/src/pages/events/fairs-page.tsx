import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, REGION, type ResultOf } from '../../api/graphql.js';
import { placeName } from '../../texts/format.js';
import { languageOf, useTexts } from '../../texts/locale.js';
import { Answer, EmptyState } from '../../ui/answer.js';
import { PageTitle, Section, usePageHead } from '../../ui/page.js';
import { Mark } from '../../ui/tags.js';

const FAIRS = graphql(
  `
    query Fairs($month: Int, $regionCode: String) {
      recurringFairs(month: $month, regionCode: $regionCode) {
        id
        name
        venue
        months
        frequency
        region {
          ...Region
        }
        industries {
          code
          name
        }
      }
    }
  `,
  [REGION],
);

type Fair = ResultOf<typeof FAIRS>['recurringFairs'][number];

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const PROVINCES = ['31', '32', '33', '34'] as const;
type Month = (typeof MONTHS)[number];
type Province = (typeof PROVINCES)[number];

interface FairWish {
  readonly month: Month | undefined;
  readonly province: Province | undefined;
}

function wishFrom(parameters: URLSearchParams): FairWish {
  return {
    month: MONTHS.find((month) => String(month) === parameters.get('month')),
    province: PROVINCES.find((province) => province === parameters.get('region')),
  };
}

function addressOf({ month, province }: FairWish): string {
  const parameters = new URLSearchParams({
    ...(month ? { month: String(month) } : {}),
    ...(province ? { region: province } : {}),
  }).toString();
  return parameters ? `/fairs?${parameters}` : '/fairs';
}

function Switches({ wish }: { wish: FairWish }) {
  const t = useTexts();
  const tab = (to: FairWish, words: string) => (
    <Link
      key={words}
      to={addressOf(to)}
      aria-current={to.month === wish.month && to.province === wish.province ? 'page' : undefined}
    >
      {words}
    </Link>
  );
  return (
    <>
      <nav className="index-tabs" aria-label={t('fairs.months')}>
        {tab({ ...wish, month: undefined }, t('fairs.allYear'))}
        {MONTHS.map((month) => tab({ ...wish, month }, t(`month.${month}`)))}
      </nav>
      <nav className="index-tabs" aria-label={t('fairs.provinces')}>
        {tab({ ...wish, province: undefined }, t('fairs.delta'))}
        {PROVINCES.map((province) => tab({ ...wish, province }, t(`province.${province}`)))}
      </nav>
    </>
  );
}

function FairEntry({ fair: { name, venue, region, industries, frequency } }: { fair: Fair }) {
  const t = useTexts();
  return (
    <li className="card">
      <p>
        <span className="card-title" lang={languageOf(name)}>
          {name}
        </span>{' '}
        <Mark text={t(`fairFrequency.${frequency}`)} />
      </p>
      <p className="card-details">
        {placeName(region)} · <span lang={languageOf(venue)}>{venue}</span>
      </p>
      <p className="card-details">
        {industries.map(({ code, name: industry }) => (
          <Mark key={code} text={industry} />
        ))}
      </p>
    </li>
  );
}

/** The fairs under each of their months. */
function ByMonth({ fairs, months }: { fairs: readonly Fair[]; months: readonly Month[] }) {
  const t = useTexts();
  return (
    <>
      {months.map((month) => {
        const then = fairs.filter(({ months: usual }) => usual.includes(month));
        if (then.length === 0) return null;
        return (
          <Section key={month} title={t(`month.${month}`)}>
            <ul className="cards">
              {then.map((fair) => (
                <FairEntry key={fair.id} fair={fair} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

/** The well-known fairs of the Delta by their usual months. */
export function FairsPage() {
  const t = useTexts();
  const [parameters] = useSearchParams();
  const wish = wishFrom(parameters);
  const { month, province } = wish;
  const [{ data, error }, ask] = useQuery({
    query: FAIRS,
    variables: { month: month ?? null, regionCode: province ?? null },
  });
  const narrowed = [province && t(`province.${province}`), month && t(`month.${month}`)].filter(Boolean);
  const title = [t('fairs.title'), ...narrowed].join(' · ');
  usePageHead({ title, description: t('fairs.lead') });
  return (
    <div className="page">
      <PageTitle
        title={title}
        lead={t('fairs.lead')}
        above={<Link to="/events">← {t('events.title')}</Link>}
      />
      <Switches wish={wish} />
      <Answer data={data?.recurringFairs} error={error} onRetry={() => ask()} shape="card">
        {(fairs) =>
          fairs.length === 0 ? (
            <EmptyState title={t('fairs.none')} text={t('fairs.noneText')} />
          ) : (
            <ByMonth fairs={fairs} months={month ? [month] : MONTHS} />
          )
        }
      </Answer>
    </div>
  );
}

export { FairsPage as Component };
