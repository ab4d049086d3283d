import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/locale.js';

interface ReasonButtonProps {
  readonly label: string;
  /** Looks like an ordinary step instead of a refusal. */
  readonly primary?: boolean;
  readonly question: string;
  readonly onReason: (reason: string) => Promise<void>;
}

/** Something that is only done with a reason. */
export function ReasonButton({ label, question, primary = false, onReason }: ReasonButtonProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const submit = async ({ reason }: { reason: string }) => {
    setBusy(true);
    await onReason(reason);
    setBusy(false);
    setOpen(false);
  };
  return (
    <>
      <Button danger={!primary} type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={t('action.confirm')}
        cancelText={t('action.cancel')}
        confirmLoading={busy}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <Form form={form} layout="vertical" onFinish={(values: { reason: string }) => void submit(values)}>
          <Form.Item name="reason" label={question} rules={[{ required: true, message: t('form.required') }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
