import { Form } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../drafts/keep-draft.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { NEED, type NeedData } from '../../need/need.query.js';
import { DeskFrame } from '../desk-frame.js';
import { UPDATE_NEED } from './need.mutations.js';
import { draftOf, inputOf, type NeedDraft } from './need-draft.js';
import { NeedForm } from './need-form.js';

interface EditNeedProps {
  readonly organization: ViewerOrganization;
  readonly need: NeedData;
  readonly kept: DraftOfForm<NeedDraft>;
}

function EditNeed({ organization, need, kept }: EditNeedProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<NeedDraft>();
  const update = useAction(UPDATE_NEED);
  const save = async (draft: NeedDraft) => {
    const { id: needId, version: expectedVersion } = need;
    const input = { ...inputOf(draft, need), actingOrganizationId: organization.id, needId, expectedVersion };
    if (!(await update.run({ input }))) return;
    kept.forget();
    void navigate(`/desk/needs/${needId}`, { replace: true });
  };
  return (
    <NeedForm
      form={form}
      initial={{ ...draftOf(need), ...kept.values }}
      fills={false}
      busy={update.busy}
      onWritten={kept.keep}
      onSubmit={(draft) => void save(draft)}
      submit={t('action.save')}
    >
      <ProblemNotice problem={update.problem} />
    </NeedForm>
  );
}

/** Changing a need. */
export function EditNeedPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: NEED, variables: { id }, requestPolicy: 'network-only' });
  return (
    <DeskFrame title={t('needForm.edit')}>
      {(organization) => (
        <Answer data={data?.procurementNeed} error={error} onRetry={() => ask()}>
          {(need) => (
            <KeepDraft<NeedDraft> name={`need:${id}`}>
              {(kept) => <EditNeed organization={organization} need={need} kept={kept} />}
            </KeepDraft>
          )}
        </Answer>
      )}
    </DeskFrame>
  );
}

export { EditNeedPage as Component };
