import { Button, Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import { graphql, USER_ERROR } from '../../api/graphql.js';
import { useAction } from '../../api/use-action.js';
import { PageTitle, usePageHead } from '../../ui/page.js';
import { useViewer } from '../../session/viewer.js';
import { useReading } from '../../texts/locale.js';
import { ProblemNotice } from '../../ui/answer.js';
import { CodeField } from './code-field.js';
import { useWhereTo } from '../../session/sign-in-context.js';

const REGISTER = graphql(
  `
    mutation Register($input: RegisterInput!) {
      register(input: $input) {
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

interface Registration {
  readonly identifier: string;
  readonly code: string;
  readonly name: string;
  readonly password: string;
}

function RegisterForm() {
  const { t, locale } = useReading();
  const navigate = useNavigate();
  const to = useWhereTo();
  const { refresh } = useViewer();
  const register = useAction(REGISTER);
  const required = [{ required: true, message: t('form.required') }];
  const submit = async (values: Registration) => {
    const done = await register.run({ input: { ...values, locale: locale === 'zh' ? 'ZH' : 'EN' } });
    if (!done) return;
    refresh();
    void navigate(to, { replace: true });
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: Registration) => void submit(values)}>
      <Form.Item name="identifier" label={t('account.identifier')} rules={required}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <CodeField purpose="REGISTER" />
      <Form.Item name="name" label={t('account.name')} rules={required}>
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('account.newPassword')}
        rules={[{ required: true, min: 8, message: t('account.newPassword') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <ProblemNotice problem={register.problem} />
      <Button type="primary" htmlType="submit" block loading={register.busy}>
        {t('account.register')}
      </Button>
    </Form>
  );
}

/** Registering with a mobile number or an e-mail address that a code has reached. */
export function RegisterPage() {
  const { t } = useReading();
  const to = useWhereTo();
  usePageHead({ title: t('account.register'), unlisted: true });
  return (
    <div className="page page-narrow">
      <PageTitle title={t('account.registerTitle')} lead={t('account.registerLead')} />
      <div className="section">
        <RegisterForm />
      </div>
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{t('account.haveAccount')}</Link>
      </p>
    </div>
  );
}

export { RegisterPage as Component };
