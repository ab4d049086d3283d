import { Button, Form, Input, Select } from 'antd';
import { useMessages } from '../../../ui/short-messages.js';
import { type EnumOf, graphql, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { RegionSelect } from '../../../forms/select-fields.js';
import { Section } from '../../../ui/page.js';
import type { OwnOrganization } from './organization-desk-page.js';

const UPDATE = graphql(
  `
    mutation UpdateOrganization($input: UpdateOrganizationInput!) {
      updateOrganization(input: $input) {
        __typename
        ... on UpdateOrganizationPayload {
          organization {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const HEADCOUNTS = ['UNDER_20', 'FROM_20_TO_99', 'FROM_100_TO_299', 'FROM_300_TO_999', 'FROM_1000'] as const;
const REVENUES = [
  'UNDER_3M',
  'FROM_3M_TO_20M',
  'FROM_20M_TO_100M',
  'FROM_100M_TO_400M',
  'FROM_400M',
] as const;

interface ProfileDraft {
  readonly nameEn?: string | null;
  readonly introduction?: string | null;
  readonly regionCode?: string | null;
  readonly address?: string | null;
  readonly website?: string | null;
  readonly headcountBand?: EnumOf<'HeadcountBand'> | null;
  readonly revenueBand?: EnumOf<'RevenueBand'> | null;
}

function ProfileFields() {
  const t = useTexts();
  return (
    <>
      <Form.Item name="nameEn" label={t('profile.nameEn')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="introduction" label={t('profile.introduction')}>
        <Input.TextArea rows={4} maxLength={5000} />
      </Form.Item>
      <Form.Item name="regionCode" label={t('field.region')}>
        <RegionSelect />
      </Form.Item>
      <Form.Item name="address" label={t('field.address')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="website" label={t('field.website')}>
        <Input maxLength={300} inputMode="url" placeholder="https://" />
      </Form.Item>
      <Form.Item name="headcountBand" label={t('field.headcount')}>
        <Select
          allowClear={{ label: t('action.clear') }}
          options={HEADCOUNTS.map((value) => ({ value, label: t(`headcount.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="revenueBand" label={t('field.revenue')}>
        <Select
          allowClear={{ label: t('action.clear') }}
          options={REVENUES.map((value) => ({ value, label: t(`revenue.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

/** What an organization says of itself. */
export function ProfileForm({
  organization,
  refresh,
}: {
  organization: OwnOrganization;
  refresh: () => void;
}) {
  const t = useTexts();
  const messages = useMessages();
  const update = useAction(UPDATE);
  const { id, version, region, ...profile } = organization;
  const save = async (draft: ProfileDraft) => {
    const emptied = Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, value || null]));
    const input = { ...emptied, actingOrganizationId: id, expectedVersion: version };
    if (!(await update.run({ input }))) return;
    messages.success(t('saved'));
    refresh();
  };
  return (
    <Section title={t('profile.title')}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...profile, regionCode: region?.code }}
        onFinish={(draft: ProfileDraft) => void save(draft)}
      >
        <ProfileFields />
        <ProblemNotice problem={update.problem} />
        <Button type="primary" htmlType="submit" loading={update.busy}>
          {t('action.save')}
        </Button>
      </Form>
    </Section>
  );
}
