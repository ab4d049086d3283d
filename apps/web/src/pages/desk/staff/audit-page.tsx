import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { number, timeOf } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { AUDIT_ACTIONS, auditAction, auditDetail, auditSubject } from './audit-words.js';
import { StaffFrame } from './staff-frame.js';

const AUDIT_THING = graphql(`
  fragment AuditThing on Node {
    __typename
    id
    ... on Organization {
      name
    }
    ... on User {
      name
    }
    ... on ProcurementNeed {
      title
    }
    ... on MatchmakingEvent {
      title
    }
  }
`);

const AUDIT = graphql(
  `
    query AuditLog(
      $after: String
      $action: String
      $actorId: ID
      $subjectId: ID
      $since: DateTime
      $until: DateTime
    ) {
      auditLog(
        first: 20
        after: $after
        action: $action
        actorId: $actorId
        subjectId: $subjectId
        since: $since
        until: $until
      ) {
        totalCount
        edges {
          node {
            id
            at
            action
            subjectType
            subjectId
            subject {
              ...AuditThing
            }
            actor {
              id
              name
            }
            details {
              name
              value
              node {
                ...AuditThing
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AUDIT_THING],
);

type AuditEntry = ResultOf<typeof AUDIT>['auditLog']['edges'][number]['node'];
type AuditThing = ResultOf<typeof AUDIT_THING>;

/** The filter of the log; it is part of the address, so a link can be shared. */
interface Filter {
  readonly action: string | null;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const KEYS = ['action', 'actorId', 'subjectId', 'from', 'to'] as const;

/** Pages of things that have one. */
const PAGES: Readonly<Record<string, string | undefined>> = {
  Organization: '/organizations/',
  ProcurementNeed: '/needs/',
  MatchmakingEvent: '/events/',
};

const nameOf = (thing: AuditThing): string | null =>
  ('name' in thing && thing.name) || ('title' in thing && thing.title) || null;

/** A thing by its name, which leads to its page where it has one. */
function Thing({ thing }: { thing: AuditThing }) {
  const name = nameOf(thing);
  const page = PAGES[thing.__typename];
  if (!name) return null;
  return page ? (
    <Link to={`${page}${thing.id}`} lang={languageOf(name)}>
      {name}
    </Link>
  ) : (
    <span lang={languageOf(name)}>{name}</span>
  );
}

function Detail({ detail }: { detail: AuditEntry['details'][number] }) {
  const t = useTexts();
  const words = auditDetail(detail, t);
  return (
    <span className="audit-detail">
      {words.label} {detail.node ? <Thing thing={detail.node} /> : words.value}
    </span>
  );
}

function AuditRow({ entry, narrow }: { entry: AuditEntry; narrow: (filter: Partial<Filter>) => string }) {
  const { t, locale } = useReading();
  const { at, actor, action, subjectType, subjectId, subject, details } = entry;
  return (
    <tr>
      <td>{timeOf(at, locale)}</td>
      <td>
        {actor ? (
          <Link
            to={narrow({ actorId: actor.id })}
            title={t('staff.auditOnlyWho')}
            lang={languageOf(actor.name)}
          >
            {actor.name}
          </Link>
        ) : (
          t('staff.system')
        )}
      </td>
      <td>{auditAction(action, t)}</td>
      <td>
        {auditSubject(subjectType, t)} {subject && <Thing thing={subject} />}{' '}
        <Link className="quiet" to={narrow({ subjectId })}>
          {t('staff.auditOnlyThis')}
        </Link>
        <span className="row-details quiet">
          {details.map((detail) => (
            <Detail key={detail.name} detail={detail} />
          ))}
        </span>
      </td>
    </tr>
  );
}

/** Midnight of a day as the reader's clock has it; some days later. */
function midnight(day: string | null, later = 0): string | null {
  if (!day) return null;
  const time = new Date(`${day}T00:00:00`);
  time.setDate(time.getDate() + later);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

interface EntriesProps {
  readonly filter: Filter;
  readonly after: string | null;
  readonly narrow: (filter: Partial<Filter>) => string;
}

/** Twenty entries, and the next twenty below when they are wanted. */
function Entries({ filter, after, narrow }: EntriesProps) {
  const t = useTexts();
  const [more, setMore] = useState(false);
  const { action, actorId, subjectId, from, to } = filter;
  const [{ data, error }, ask] = useQuery({
    query: AUDIT,
    variables: { after, action, actorId, subjectId, since: midnight(from), until: midnight(to, 1) },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data?.auditLog} error={error} onRetry={() => ask()}>
      {({ edges, pageInfo, totalCount }) =>
        edges.length === 0 && !after ? (
          <EmptyState title={t('staff.auditNone')} />
        ) : (
          <>
            {!after && (
              <p role="status" className="quiet">
                {t('staff.auditFound', { total: number(totalCount) })}
              </p>
            )}
            <div className="scroll-x" tabIndex={0} role="region" aria-label={t('staff.audit')}>
              <table className="plain-table audit-table">
                <thead>
                  <tr>
                    <th scope="col">{t('staff.auditWhen')}</th>
                    <th scope="col">{t('staff.auditWho')}</th>
                    <th scope="col">{t('staff.auditWhat')}</th>
                    <th scope="col">{t('staff.auditSubject')}</th>
                  </tr>
                </thead>
                <tbody>
                  {edges.map(({ node }) => (
                    <AuditRow key={node.id} entry={node} narrow={narrow} />
                  ))}
                </tbody>
              </table>
            </div>
            {pageInfo.hasNextPage && !more && (
              <Button onClick={() => setMore(true)}>{t('action.more')}</Button>
            )}
            {pageInfo.hasNextPage && more && (
              <Entries filter={filter} after={pageInfo.endCursor} narrow={narrow} />
            )}
          </>
        )
      }
    </Answer>
  );
}

interface FilterDraft {
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
}

function FilterForm({ filter, onFilter }: { filter: Filter; onFilter: (draft: FilterDraft) => void }) {
  const t = useTexts();
  const { action, from, to } = filter;
  return (
    <Form<FilterDraft>
      layout="vertical"
      initialValues={{ action: action ?? undefined, from: from ?? '', to: to ?? '' }}
      onFinish={onFilter}
    >
      <div className="three-fields">
        <Form.Item name="action" label={t('staff.auditWhat')}>
          <Select
            allowClear={{ label: t('action.clear') }}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('staff.auditEvery')}
            options={AUDIT_ACTIONS.map((code) => ({ value: code, label: auditAction(code, t) }))}
          />
        </Form.Item>
        <Form.Item name="from" label={t('staff.auditFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('staff.auditTo')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit">
        {t('staff.auditFilter')}
      </Button>
    </Form>
  );
}

/** What was done with privilege, newest first, by kind, person, thing and time. */
export function AuditLog() {
  const t = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const filter = Object.fromEntries(KEYS.map((key) => [key, parameters.get(key)])) as unknown as Filter;
  const withFilter = (change: Partial<Filter>) => {
    const next = new URLSearchParams(parameters);
    for (const [key, value] of Object.entries(change)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    return next;
  };
  const narrow = (change: Partial<Filter>) => `?${withFilter(change).toString()}`;
  const narrowed = filter.actorId !== null || filter.subjectId !== null;
  return (
    <Section title={t('staff.audit')}>
      <FilterForm
        key={[filter.action, filter.from, filter.to].join()}
        filter={filter}
        onFilter={({ action, from, to }) =>
          setParameters(withFilter({ action: action ?? null, from: from || null, to: to || null }))
        }
      />
      {narrowed && (
        <p className="remark">
          {t(filter.actorId ? 'staff.auditOfOnePerson' : 'staff.auditOfOneThing')}{' '}
          <Link to={narrow({ actorId: null, subjectId: null })}>{t('list.showAll')}</Link>
        </p>
      )}
      <Entries key={parameters.toString()} filter={filter} after={null} narrow={narrow} />
    </Section>
  );
}

/** The audit log of privileged actions. */
export function AuditPage() {
  return (
    <StaffFrame title="staff.audit">
      <AuditLog />
    </StaffFrame>
  );
}

export { AuditPage as Component };
