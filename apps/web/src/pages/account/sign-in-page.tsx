import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { graphql, USER_ERROR } from '../../api/graphql.js';
import { useAction } from '../../api/use-action.js';
import { PageTitle, usePageHead } from '../../ui/page.js';
import { useSurroundings, useWhereTo } from '../../session/sign-in-context.js';
import { useViewer } from '../../session/viewer.js';
import { useTexts } from '../../texts/locale.js';
import { ProblemNotice, type SignInDialogProps } from '../../ui/answer.js';
import { CodeField } from './code-field.js';

const SIGN_IN = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on SignedInPayload {
          user {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

const SIGN_IN_WITH_CODE = graphql(
  `
    mutation SignInWithCode($input: SignInWithCodeInput!) {
      signInWithCode(input: $input) {
        __typename
        ... on SignedInPayload {
          user {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface Credentials {
  readonly identifier: string;
  readonly password: string;
  readonly code: string;
}

/** Signs in by password or code. */
function useSignIn(byCode: boolean, onSignedIn: () => void) {
  const { refresh } = useViewer();
  const withPassword = useAction(SIGN_IN);
  const withCode = useAction(SIGN_IN_WITH_CODE);
  const action = byCode ? withCode : withPassword;
  const submit = async ({ identifier, password, code }: Credentials) => {
    const done = byCode
      ? await withCode.run({ input: { identifier, code } })
      : await withPassword.run({ input: { identifier, password } });
    if (!done) return;
    refresh();
    onSignedIn();
  };
  return { submit, busy: action.busy, problem: action.problem };
}

function CredentialsForm({ byCode, onSignedIn }: { byCode: boolean; onSignedIn: () => void }) {
  const t = useTexts();
  const { submit, busy, problem } = useSignIn(byCode, onSignedIn);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: Credentials) => void submit(values)}>
      <ProblemNotice problem={problem} />
      <Form.Item name="identifier" label={t('account.identifier')} rules={required}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      {byCode ? (
        <CodeField purpose="SIGN_IN" />
      ) : (
        <Form.Item name="password" label={t('account.password')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('account.signIn')}
      </Button>
    </Form>
  );
}

/** Signing in by password or by a code. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTexts();
  const [byCode, setByCode] = useState(false);
  return (
    <>
      <div className="index-tabs form-tabs">
        {[false, true].map((code) => (
          <button
            key={String(code)}
            type="button"
            className="tab-button"
            aria-pressed={code === byCode}
            onClick={() => setByCode(code)}
          >
            {t(code ? 'account.byCode' : 'account.byPassword')}
          </button>
        ))}
      </div>
      <CredentialsForm byCode={byCode} onSignedIn={onSignedIn} />
    </>
  );
}

/** The page where one signs in, and from which one goes where one wanted to. */
export function SignInPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const to = useWhereTo();
  const { outbox: onTrial } = useSurroundings();
  usePageHead({ title: t('account.signIn'), unlisted: true });
  return (
    <div className="page page-narrow">
      <PageTitle title={t('account.title')} />
      <div className="section">
        <SignInForm onSignedIn={() => void navigate(to, { replace: true })} />
      </div>
      <p>
        <Link to={`/register?to=${encodeURIComponent(to)}`}>{t('account.noAccount')}</Link>
      </p>
      {onTrial && <p className="quiet">{t('account.demonstration')}</p>}
    </div>
  );
}

/** Signs in over the page, which stays as it is with all that was typed into it. */
export function SignInDialog({ onSignedIn, onClose }: SignInDialogProps) {
  const t = useTexts();
  return (
    <Modal open title={t('account.title')} footer={null} destroyOnHidden onCancel={onClose}>
      <SignInForm onSignedIn={onSignedIn} />
    </Modal>
  );
}

export { SignInPage as Component };
