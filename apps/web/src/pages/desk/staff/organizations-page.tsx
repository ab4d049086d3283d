import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql, REGION, type ResultOf } from '../../../api/graphql.js';
import { dayOf, number, placeName } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { ClaimStateTag, Mark } from '../../../ui/tags.js';
import { StaffFrame } from './staff-frame.js';

/** The directory as staff look through it. */
export const ORGANIZATIONS = graphql(
  `
    query StaffOrganizations($first: Int!, $text: String, $claimState: ClaimState) {
      organizations(first: $first, text: $text, claimState: $claimState) {
        totalCount
        edges {
          node {
            id
            name
            creditCode
            claimState
            source
            region {
              ...Region
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [REGION],
);

/** Who belongs to an organization. */
export const MEMBERS_OF = graphql(`
  query StaffMembers($id: ID!) {
    organization(id: $id) {
      id
      members {
        id
        role
        joinedAt
        user {
          id
          name
        }
      }
    }
  }
`);

export type StaffOrganization = ResultOf<typeof ORGANIZATIONS>['organizations']['edges'][number]['node'];

function Members({ organizationId }: { organizationId: string }) {
  const { t, locale } = useReading();
  const [{ data, error }, ask] = useQuery({ query: MEMBERS_OF, variables: { id: organizationId } });
  return (
    <Answer data={data?.organization?.members} error={error} onRetry={() => ask()}>
      {(members) => (
        <ul className="rows">
          {members.length === 0 && <li className="quiet">{t('staff.noMembers')}</li>}
          {members.map(({ id, role, joinedAt, user }) => (
            <li key={id}>
              {user?.name} <Mark text={t(`role.${role}`)} />
              <span className="quiet">{t('staff.joined', { date: dayOf(joinedAt, locale) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}

/** An organization of the directory, with its members when asked for. */
export function OrganizationRow({ organization }: { organization: StaffOrganization }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { id, name, creditCode, claimState, region } = organization;
  return (
    <li className="card">
      <p>
        <Link className="card-title" to={`/organizations/${id}`} lang={languageOf(name)}>
          {name}
        </Link>{' '}
        <ClaimStateTag state={claimState} />
      </p>
      <p className="card-details">
        <code>{creditCode}</code> {placeName(region)}
      </p>
      <details className="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('staff.showMembers')}</summary>
        {open && <Members organizationId={id} />}
      </details>
    </li>
  );
}

const STEP = 20;
const MOST = 100;

type Claiming = EnumOf<'ClaimState'> | 'ALL';

interface Wish {
  readonly text: string;
  readonly claiming: Claiming;
}

function WishForm({ onWish }: { onWish: (wish: Wish) => void }) {
  const t = useTexts();
  const options = [
    { value: 'ALL', label: t('staff.everyClaimState') },
    { value: 'CLAIMED', label: t('staff.claimed') },
    { value: 'UNVERIFIED', label: t('staff.unverified') },
    { value: 'UNCLAIMED', label: t('staff.unclaimed') },
  ];
  return (
    <Form layout="vertical" initialValues={{ text: '', claiming: 'ALL' }} onFinish={onWish}>
      <Form.Item name="text" label={t('staff.organizationText')} rules={[{ min: 2 }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="claiming" label={t('staff.claimState')}>
        <Select options={options} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('join.find')}
      </Button>
    </Form>
  );
}

function Found({ wish: { text, claiming } }: { wish: Wish }) {
  const t = useTexts();
  const [first, setFirst] = useState(STEP);
  const [{ data, error }, ask] = useQuery({
    query: ORGANIZATIONS,
    variables: {
      first,
      text: text.trim().length < 2 ? null : text.trim(),
      claimState: claiming === 'ALL' ? null : claiming,
    },
  });
  return (
    <Answer data={data?.organizations} error={error} onRetry={() => ask()}>
      {({ totalCount, edges, pageInfo }) => (
        <>
          <p role="status" className="quiet">
            {edges.length === 0
              ? t('staff.noOrganizations')
              : t('staff.foundOrganizations', { total: number(totalCount) })}
          </p>
          <ul className="cards">
            {edges.map(({ node }) => (
              <OrganizationRow key={node.id} organization={node} />
            ))}
          </ul>
          {pageInfo.hasNextPage && first < MOST && (
            <Button onClick={() => setFirst(first + STEP)}>{t('action.more')}</Button>
          )}
        </>
      )}
    </Answer>
  );
}

function Directory() {
  const t = useTexts();
  const [wish, setWish] = useState<Wish>({ text: '', claiming: 'ALL' });
  return (
    <Section title={t('staff.organizations')}>
      <WishForm onWish={setWish} />
      <Found key={`${wish.claiming}-${wish.text}`} wish={wish} />
    </Section>
  );
}

/** The directory of organizations with their members, for staff. */
export function OrganizationsPage() {
  return (
    <StaffFrame title="staff.organizations">
      <Directory />
    </StaffFrame>
  );
}

export { OrganizationsPage as Component };
