import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { type EnumOf, graphql, USER_ERROR } from '../../api/graphql.js';
import { useAction } from '../../api/use-action.js';
import { useSurroundings } from '../../session/sign-in-context.js';
import { useTexts } from '../../texts/locale.js';
import { ProblemNotice } from '../../ui/answer.js';

const REQUEST_CODE = graphql(
  `
    mutation RequestCode($input: RequestCodeInput!) {
      requestCode(input: $input) {
        __typename
        ... on CodeSentPayload {
          resendAfterSeconds
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

/** Counts seconds down to nothing. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** Asks for a one-time code and takes it; says where the code went. */
export function CodeField({ purpose }: { purpose: EnumOf<'CodePurpose'> }) {
  const t = useTexts();
  const { outbox } = useSurroundings();
  const form = Form.useFormInstance<{ identifier: string }>();
  const request = useAction(REQUEST_CODE);
  const [sentTo, setSentTo] = useState('');
  const [left, wait] = useCountdown();
  const send = async () => {
    const { identifier } = await form.validateFields(['identifier']);
    const sent = await request.run({ input: { identifier, purpose } });
    if (!sent) return;
    setSentTo(identifier);
    wait(sent.resendAfterSeconds);
  };
  const sentText = t(outbox ? 'account.codeInOutbox' : 'account.codeSent', { identifier: sentTo });
  return (
    <>
      <ProblemNotice problem={request.problem} />
      {sentTo && <Alert className="problem" type="info" showIcon role="status" title={sentText} />}
      <Form.Item
        name="code"
        label={t('account.code')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('account.codeWrong') }]}
        extra={
          <Button
            className="send-code"
            loading={request.busy}
            disabled={left > 0}
            onClick={() => void send().catch(() => undefined)}
          >
            {left > 0 ? t('account.sendAgain', { seconds: left }) : t('account.sendCode')}
          </Button>
        }
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
    </>
  );
}
