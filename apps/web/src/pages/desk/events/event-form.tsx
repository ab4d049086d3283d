import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
import { RegionSelect } from '../../../ui/region-select.js';

const KINDS = ['DOCKING_SESSION', 'TRADE_FAIR', 'FORUM', 'TRAINING'] as const;

/** An event as the form holds it. */
export interface EventDraft {
  readonly title: string;
  readonly kind: EnumOf<'EventKind'>;
  readonly time: [Dayjs, Dayjs];
  readonly regionCode?: string | null;
  readonly venue?: string | null;
  readonly address?: string | null;
  readonly onlineUrl?: string | null;
  readonly themes?: string[];
  readonly description?: string | null;
}

const LOCAL = 'YYYY-MM-DDTHH:mm';

/** The form's content as the API takes it. */
export function eventInput({ time: [starts, ends], ...draft }: EventDraft) {
  return {
    title: draft.title,
    kind: draft.kind,
    regionCode: draft.regionCode ?? null,
    venue: draft.venue || null,
    address: draft.address || null,
    onlineUrl: draft.onlineUrl || null,
    themes: draft.themes ?? [],
    description: draft.description || null,
    schedule: { starts: starts.format(LOCAL), ends: ends.format(LOCAL), zone: 'Asia/Shanghai' },
  };
}

function PlaceFields() {
  const t = useTexts();
  return (
    <>
      <Form.Item name="regionCode" label={t('eventForm.region')}>
        <RegionSelect />
      </Form.Item>
      <Form.Item name="venue" label={t('eventForm.venue')} extra={t('eventForm.placeHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="address" label={t('eventForm.address')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="onlineUrl" label={t('eventForm.onlineUrl')}>
        <Input maxLength={500} inputMode="url" placeholder="https://" />
      </Form.Item>
    </>
  );
}

interface EventFormProps {
  readonly initial: Partial<EventDraft>;
  readonly busy: boolean;
  readonly submit: string;
  readonly onSubmit: (draft: EventDraft) => void;
  readonly children?: ReactNode;
}

/** The form of an event. */
export function EventForm({ initial, busy, submit, onSubmit, children }: EventFormProps) {
  const t = useTexts();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form<EventDraft>
      layout="vertical"
      className="section"
      initialValues={{ kind: 'DOCKING_SESSION', ...initial }}
      onFinish={onSubmit}
    >
      <Form.Item name="title" label={t('eventForm.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('eventForm.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`eventKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="time" label={t('eventForm.time')} rules={required}>
        <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" className="full" />
      </Form.Item>
      <PlaceFields />
      <Form.Item name="themes" label={t('eventForm.themes')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="description" label={t('eventForm.description')}>
        <Input.TextArea rows={4} maxLength={5000} />
      </Form.Item>
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submit}
      </Button>
    </Form>
  );
}
