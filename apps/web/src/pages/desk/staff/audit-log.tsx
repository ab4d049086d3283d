import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Section } from '../../../ui/section.js';
import { auditAction, auditDetail, auditSubject } from './audit-words.js';

const AUDIT = graphql(`
  query AuditLog($first: Int!) {
    auditLog(first: $first) {
      edges {
        node {
          id
          at
          action
          subjectType
          actor {
            id
            name
          }
          details {
            name
            value
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const STEP = 20;
const MOST = 100;

type AuditEntry = ResultOf<typeof AUDIT>['auditLog']['edges'][number]['node'];

function AuditRow({ entry: { at, actor, action, subjectType, details } }: { entry: AuditEntry }) {
  const { t, locale } = useReading();
  return (
    <tr>
      <td>{timeOf(at, locale)}</td>
      <td>{actor?.name ?? t('staff.system')}</td>
      <td>{auditAction(action, t)}</td>
      <td>
        {auditSubject(subjectType, t)}
        <span className="row-details quiet">
          {details.map((detail) => auditDetail(detail, t)).join(' · ')}
        </span>
      </td>
    </tr>
  );
}

/** What was done with privilege, newest first. */
export function AuditLog() {
  const t = useTexts();
  const [first, setFirst] = useState(STEP);
  const [{ data, error }, ask] = useQuery({
    query: AUDIT,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Section title={t('staff.audit')}>
      <Answer data={data?.auditLog} error={error} onRetry={() => ask()}>
        {({ edges, pageInfo }) => (
          <>
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
                    <AuditRow key={node.id} entry={node} />
                  ))}
                </tbody>
              </table>
            </div>
            {pageInfo.hasNextPage && first < MOST && (
              <Button onClick={() => setFirst(first + STEP)}>{t('action.more')}</Button>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
