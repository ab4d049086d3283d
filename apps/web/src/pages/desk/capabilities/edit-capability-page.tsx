import { Form } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../drafts/keep-draft.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DeskFrame } from '../desk-frame.js';
import { UPDATE_CAPABILITY } from './capability.mutations.js';
import { CAPABILITY_TO_EDIT, type OwnCapability } from './capability.query.js';
import { type CapabilityDraft, capabilityInput, draftOfCapability } from './capability-draft.js';
import { CapabilityForm } from './capability-form.js';
import { useHeldCertificates } from './held-certificates.js';

interface EditCapabilityProps {
  readonly organization: ViewerOrganization;
  readonly capability: OwnCapability;
  readonly kept: DraftOfForm<CapabilityDraft>;
}

function EditCapability({ organization, capability, kept }: EditCapabilityProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<CapabilityDraft>();
  const update = useAction(UPDATE_CAPABILITY);
  const formId = useMemo(() => crypto.randomUUID(), []);
  const certificates = useHeldCertificates(organization.id, formId);
  const save = async (draft: CapabilityDraft) => {
    if (!(await certificates.declare(draft.certificates))) return;
    const input = {
      ...capabilityInput(draft),
      actingOrganizationId: organization.id,
      capabilityId: capability.id,
      expectedVersion: capability.version,
    };
    if (!(await update.run({ input }))) return;
    kept.forget();
    void navigate('/desk/capabilities', { replace: true });
  };
  return (
    <>
      {capability.factState === 'INFERRED' && (
        <p className="remark">{t('ownCapabilities.confirmInferred')}</p>
      )}
      <CapabilityForm
        form={form}
        initial={{ ...draftOfCapability(capability), ...kept.values }}
        held={certificates.held}
        busy={certificates.busy || update.busy}
        submit={t('action.save')}
        onWritten={kept.keep}
        onSubmit={(draft) => void save(draft)}
      >
        <ProblemNotice problem={certificates.problem ?? update.problem} />
      </CapabilityForm>
    </>
  );
}

/** Changing a capability. */
export function EditCapabilityPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({
    query: CAPABILITY_TO_EDIT,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <DeskFrame title={t('capabilityForm.edit')}>
      {(organization) => (
        <Answer data={data?.capability} error={error} onRetry={() => ask()}>
          {(capability) => (
            <KeepDraft<CapabilityDraft> name={`capability:${id}`}>
              {(kept) => <EditCapability organization={organization} capability={capability} kept={kept} />}
            </KeepDraft>
          )}
        </Answer>
      )}
    </DeskFrame>
  );
}

export { EditCapabilityPage as Component };
