import { Button, Form } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../forms/keep-draft.js';
import { useCreateOnce } from '../../../forms/use-create-once.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { type CapabilityDraft, capabilityInput, draftOfCapability } from './capability-draft.js';
import { CapabilityForm } from './capability-form.js';
import {
  CAPABILITY_TO_EDIT,
  CREATE_CAPABILITY,
  type OwnCapability,
  PUBLISH_CAPABILITY,
  UPDATE_CAPABILITY,
  useHeldCertificates,
} from './capability.operations.js';

interface NewCapabilityProps {
  readonly organization: ViewerOrganization;
  readonly kept: DraftOfForm<CapabilityDraft>;
}

function NewCapability({ organization, kept }: NewCapabilityProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<CapabilityDraft>();
  const create = useAction(CREATE_CAPABILITY);
  const publish = useAction(PUBLISH_CAPABILITY);
  const update = useAction(UPDATE_CAPABILITY);
  const actingOrganizationId = organization.id;
  const store = useCreateOnce<ReturnType<typeof capabilityInput>>({
    create: async (content, clientMutationId) => {
      const created = await create.run({ input: { ...content, actingOrganizationId, clientMutationId } });
      return created && created.capability;
    },
    update: async (content, { id: capabilityId, version: expectedVersion }) => {
      const target = { actingOrganizationId, capabilityId, expectedVersion };
      const updated = await update.run({ input: { ...content, ...target } });
      return updated && updated.capability;
    },
  });
  const formId = useMemo(() => crypto.randomUUID(), []);
  const certificates = useHeldCertificates(actingOrganizationId, formId);
  const save = async (draft: CapabilityDraft, thenPublish: boolean) => {
    if (!(await certificates.declare(draft.certificates))) return;
    update.forget();
    publish.forget();
    const stored = await store(capabilityInput(draft));
    if (!stored) return;
    const capabilityId = stored.id;
    if (thenPublish && !(await publish.run({ input: { actingOrganizationId, capabilityId } }))) return;
    kept.forget();
    void navigate('/desk/capabilities', { replace: true });
  };
  const saveDraft = () =>
    void form.validateFields().then(
      (draft) => save(draft, false),
      () => undefined,
    );
  return (
    <CapabilityForm
      form={form}
      initial={kept.values ?? {}}
      held={certificates.held}
      busy={certificates.busy || create.busy || update.busy || publish.busy}
      submit={t('capabilityForm.publish')}
      onWritten={kept.keep}
      onSubmit={(draft) => void save(draft, true)}
      others={<Button onClick={saveDraft}>{t('capabilityForm.saveDraft')}</Button>}
    >
      <ProblemNotice problem={certificates.problem ?? create.problem ?? update.problem ?? publish.problem} />
    </CapabilityForm>
  );
}

/** Publishing a capability. */
export function NewCapabilityPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('ownCapabilities.new')} lead={t('capabilityForm.lead')}>
      {(organization) => (
        <KeepDraft<CapabilityDraft> name="new-capability">
          {(kept) => <NewCapability organization={organization} kept={kept} />}
        </KeepDraft>
      )}
    </DeskFrame>
  );
}

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
