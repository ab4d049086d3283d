import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { EnumOf } from '../api/graphql.js';
import { useAction } from '../api/use-action.js';
import { OrganizationSelect } from '../forms/select-fields.js';
import { languageOf, useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/answer.js';
import { Section } from '../ui/page.js';
import { useMessages } from '../ui/short-messages.js';
import { ClaimStateTag, Mark } from '../ui/tags.js';
import { InviteSuppliers, WITHDRAW_NEED_INVITATION } from './invite-suppliers.js';

/** Id of the field that finds a supplier by name. */
export const INVITE_FIELD = 'invite-supplier';

interface Invited {
  readonly id: string;
  readonly name: string;
  readonly claimState: EnumOf<'ClaimState'>;
}

interface InvitedSuppliersProps {
  readonly need: {
    readonly id: string;
    readonly state: EnumOf<'NeedState'>;
    readonly visibility: EnumOf<'NeedVisibility'>;
  };
  readonly invited: readonly Invited[];
  /** Those that have answered already, by id. */
  readonly answered: ReadonlySet<string>;
  readonly actingOrganizationId: string;
  readonly refresh: () => void;
}

interface RowProps extends Omit<InvitedSuppliersProps, 'invited'> {
  readonly supplier: Invited;
  readonly changeable: boolean;
}

function InvitedRow({ supplier, need, answered, actingOrganizationId, refresh, changeable }: RowProps) {
  const t = useTexts();
  const messages = useMessages();
  const action = useAction(WITHDRAW_NEED_INVITATION);
  const withdraw = async () => {
    const input = { actingOrganizationId, needId: need.id, organizationId: supplier.id };
    if (!(await action.run({ input }))) return;
    messages.success(t('invite.withdrawn'));
    refresh();
  };
  return (
    <li>
      <div className="row-actions">
        <span>
          <Link to={`/organizations/${supplier.id}`} lang={languageOf(supplier.name)}>
            {supplier.name}
          </Link>{' '}
          <ClaimStateTag state={supplier.claimState} />
          {answered.has(supplier.id) && <Mark tone="good" text={t('invite.answered')} />}
        </span>
        {changeable && !answered.has(supplier.id) && (
          <Popconfirm
            title={t(
              need.visibility === 'INVITED_ONLY' ? 'invite.withdrawSureHidden' : 'invite.withdrawSure',
            )}
            onConfirm={() => void withdraw()}
          >
            <Button size="small" loading={action.busy}>
              {t('invite.withdraw')}
            </Button>
          </Popconfirm>
        )}
      </div>
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** Finds a supplier by its name and invites it. */
function InviteByName({
  need,
  actingOrganizationId,
  refresh,
}: Omit<InvitedSuppliersProps, 'invited' | 'answered'>) {
  const t = useTexts();
  const [found, setFound] = useState<string | undefined>();
  return (
    <div className="invite-by-name">
      <label htmlFor={INVITE_FIELD}>{t('invite.byName')}</label>
      <OrganizationSelect id={INVITE_FIELD} value={found} onChange={setFound} />
      <InviteSuppliers
        needId={need.id}
        actingOrganizationId={actingOrganizationId}
        organizationIds={found ? [found] : []}
        label={t('invite.invite')}
        onInvited={() => {
          setFound(undefined);
          refresh();
        }}
      />
    </div>
  );
}

/** Who is invited to answer a need, and who else is asked to. */
export function InvitedSuppliers({ invited, ...props }: InvitedSuppliersProps) {
  const t = useTexts();
  const { need } = props;
  const changeable = need.state === 'DRAFT' || need.state === 'PUBLISHED';
  if (!changeable && invited.length === 0) return null;
  return (
    <Section title={t('invite.section')}>
      {invited.length === 0 && (
        <p className={need.visibility === 'INVITED_ONLY' ? 'remark' : 'quiet'}>
          {t(need.visibility === 'INVITED_ONLY' ? 'invite.nobodyHidden' : 'invite.nobody')}
        </p>
      )}
      {invited.length > 0 && need.state === 'DRAFT' && <p className="quiet">{t('invite.draftNote')}</p>}
      <ul className="rows">
        {invited.map((supplier) => (
          <InvitedRow key={supplier.id} {...props} supplier={supplier} changeable={changeable} />
        ))}
      </ul>
      {changeable && <InviteByName {...props} />}
    </Section>
  );
}
