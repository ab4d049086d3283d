import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { EnumOf } from '../../../../api/graphql.js';
import { number } from '../../../../texts/format.js';
import { useTexts } from '../../../../texts/locale.js';
import { Answer } from '../../../../ui/answer.js';
import { Section } from '../../../../ui/section.js';
import { StaffFrame } from '../staff-frame.js';
import { OrganizationRow } from './organization-row.js';
import { ORGANIZATIONS } from './organizations.query.js';

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
