import { Form, Input, Select } from 'antd';
import { useTexts } from '../../../texts/locale.js';
import type { Colleague } from './participation.query.js';

/** Somebody who is not a member but comes by name. */
const BY_NAME = 'by-name';

/** A person who comes, as a form holds it. */
export interface PersonDraft {
  readonly who?: string;
  readonly name?: string;
  readonly jobTitle?: string;
}

/** The person as the API takes it. */
export function personInput({ who, name, jobTitle }: PersonDraft) {
  const member = who && who !== BY_NAME ? who : null;
  return { userId: member, name: member ? null : (name ?? null), jobTitle: jobTitle || null };
}

interface PersonFieldsProps {
  /** Where the person stands in the form. */
  readonly path?: readonly (string | number)[];
  /** Where the person stands in the list that the fields belong to. */
  readonly listed?: number;
  readonly colleagues: readonly Colleague[];
}

/** A colleague with an account, or somebody by name. */
export function PersonFields({ path = [], listed, colleagues }: PersonFieldsProps) {
  const t = useTexts();
  const who = Form.useWatch([...path, 'who']) as string | undefined;
  const at = (name: string) => (listed === undefined ? name : [listed, name]);
  const required = [{ required: true, message: t('form.required') }];
  const options = [
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    { value: BY_NAME, label: t('person.byName') },
  ];
  return (
    <div className="three-fields">
      <Form.Item name={at('who')} label={t('person.who')} rules={required}>
        <Select options={options} />
      </Form.Item>
      {who === BY_NAME && (
        <Form.Item name={at('name')} label={t('person.name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name={at('jobTitle')} label={t('person.jobTitle')}>
        <Input maxLength={100} />
      </Form.Item>
    </div>
  );
}
