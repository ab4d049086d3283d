import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { PageTitle, usePageHead } from '../../ui/page.js';
import { SignedIn } from '../../session/desk-frame.js';
import { useViewer } from '../../session/viewer.js';
import { useTexts } from '../../texts/locale.js';
import { Answer, EmptyState } from '../../ui/answer.js';
import { AnswerInvitation, INVITATION } from './answer-invitation.js';

const BY_TOKEN = graphql(
  `
    query InvitationByToken($token: String!) {
      invitationByToken(token: $token) {
        ...Invitation
      }
    }
  `,
  [INVITATION],
);

function Invited({ token }: { token: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { refresh } = useViewer();
  const [declined, setDeclined] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: BY_TOKEN, variables: { token } });
  if (declined) return <EmptyState title={t('invitation.declined')} />;
  if (data && data.invitationByToken?.state !== 'PENDING') {
    return <EmptyState title={t('invitation.invalid')} text={t('invitation.invalidText')} />;
  }
  const onAnswered = (accepted: boolean) => {
    if (!accepted) return setDeclined(true);
    refresh();
    return void navigate('/desk');
  };
  return (
    <Answer data={data?.invitationByToken} error={error} onRetry={() => ask()}>
      {(invitation) => (
        <div className="section">
          <SignedIn>
            <AnswerInvitation invitation={invitation} token={token} onAnswered={onAnswered} />
          </SignedIn>
        </div>
      )}
    </Answer>
  );
}

/** The page behind the link of an invitation. */
export function InvitationPage() {
  const t = useTexts();
  const { token = '' } = useParams();
  usePageHead({ title: t('invitation.title'), unlisted: true });
  return (
    <div className="page page-narrow">
      <PageTitle title={t('invitation.title')} />
      <Invited token={token} />
    </div>
  );
}

export { InvitationPage as Component };
