import { Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useAction } from '../../api/use-action.js';
import { type AlertFrequency, FrequencySelect } from './frequency-select.js';
import { readersZone, SAVE_SEARCH, type Watched } from './saved-search.operations.js';
import { useTexts } from '../../texts/locale.js';
import { ProblemNotice } from '../../ui/answer.js';

/** Longest name that the API takes. */
const LONGEST_NAME = 60;

interface SaveSearchFormProps {
  readonly watched: Watched;
  readonly name: string;
  readonly onSaved: () => void;
}

/** Under which name something is watched, and how often its owner wants to hear of it. */
export function SaveSearchForm({ watched, name, onSaved }: SaveSearchFormProps) {
  const t = useTexts();
  const save = useAction(SAVE_SEARCH);
  const [frequency, setFrequency] = useState<AlertFrequency>('DAILY');
  // The same id as long as the form is open: sending twice saves once.
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const submit = async (values: { savedName: string }) => {
    const input = { ...watched, name: values.savedName, frequency, zone: readersZone(), clientMutationId };
    if (await save.run({ input })) onSaved();
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="save-search-form"
      initialValues={{ savedName: name.slice(0, LONGEST_NAME) }}
      onFinish={(values: { savedName: string }) => void submit(values)}
    >
      <Form.Item
        name="savedName"
        label={t('saved.name')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={LONGEST_NAME} />
      </Form.Item>
      <p className="button-row">
        <FrequencySelect value={frequency} label={t('saved.frequency')} onChange={setFrequency} />
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {t('action.save')}
        </Button>
      </p>
      <ProblemNotice problem={save.problem} />
    </Form>
  );
}
