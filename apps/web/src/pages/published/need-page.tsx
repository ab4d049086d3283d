import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../session/viewer.js';
import { dayOf } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { MissingPage, PageTitle, usePageHead } from '../../ui/page.js';
import { ClaimStateTag, Mark } from '../../ui/tags.js';
import { NeedConditions, NeedLines } from './need-lines.js';
import { NEED, type NeedData } from './need.query.js';

/** Who asks: by name, or under the alias that the buyer chose. */
function Buyer({ need: { organization, alias } }: { need: NeedData }) {
  const t = useTexts();
  if (!organization) {
    return <span>{alias ? t('need.alias', { alias }) : t('search.anonymousBuyer')}</span>;
  }
  return (
    <span>
      {t('need.buyer')}{' '}
      <Link to={`/organizations/${organization.id}`} lang={languageOf(organization.name)}>
        {organization.name}
      </Link>{' '}
      <ClaimStateTag state={organization.claimState} />
    </span>
  );
}

function RespondButton({ need }: { need: NeedData }) {
  const t = useTexts();
  const { person } = useViewer();
  if (!need.open) return null;
  const to = `/desk/responses?need=${need.id}`;
  return (
    <Link to={person ? to : `/sign-in?to=${encodeURIComponent(to)}`}>
      <Button type="primary" size="large">
        {t(person ? 'need.respond' : 'need.respondGuest')}
      </Button>
    </Link>
  );
}

function NeedDetails({ need }: { need: NeedData }) {
  const { t, locale } = useReading();
  const { title, description, replyDeadline, open, kind, organization, alias } = need;
  const deadline =
    open && replyDeadline ? t('need.openUntil', { date: dayOf(replyDeadline, locale) }) : t('need.closed');
  usePageHead({
    title,
    description: description ?? title,
    unlisted: need.state !== 'PUBLISHED' || need.visibility !== 'PUBLIC',
    jsonLd: {
      '@type': 'Demand',
      name: title,
      description: description ?? undefined,
      validThrough: replyDeadline ?? undefined,
      seller: { '@type': 'Organization', name: organization?.name ?? alias ?? undefined },
    },
  });
  return (
    <>
      <PageTitle
        title={title}
        above={
          <>
            {t('need.kind')} · {t(`needKind.${kind}`)}{' '}
            <Mark tone={open ? 'good' : 'plain'} text={t(`needState.${need.state}`)} />
            {need.smeReserved && <Mark tone="strong" text={t('need.smeReserved')} />}
          </>
        }
      >
        <RespondButton need={need} />
      </PageTitle>
      <p className="under-title">
        <Buyer need={need} /> · {deadline}
      </p>
      {description && <p className="prose section">{description}</p>}
      <NeedLines lines={need.lines} />
      <NeedConditions need={need} />
    </>
  );
}

/** What a buyer needs, as suppliers see it. */
export function NeedPage() {
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: NEED, variables: { id } });
  if (data && !data.procurementNeed) return <MissingPage />;
  return (
    <div className="page">
      <Answer data={data?.procurementNeed} error={error} onRetry={() => ask()}>
        {(need) => <NeedDetails need={need} />}
      </Answer>
    </div>
  );
}

export { NeedPage as Component };
