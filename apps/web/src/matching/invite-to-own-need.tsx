import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../session/viewer.js';
import { useTexts } from '../texts/locale.js';
import { Answer } from '../ui/answer.js';
import { Mark } from '../ui/tags.js';
import { InviteSuppliers } from './invite-suppliers.js';

const INVITABLE_NEED = graphql(`
  fragment InvitableNeed on ProcurementNeed {
    id
    title
    state
    invitedOrganizations {
      id
    }
  }
`);

const INVITABLE_NEEDS = graphql(
  `
    query InvitableNeeds($organizationId: ID!) {
      published: myProcurementNeeds(actingOrganizationId: $organizationId, first: 50, state: PUBLISHED) {
        edges {
          node {
            ...InvitableNeed
          }
        }
      }
      drafts: myProcurementNeeds(actingOrganizationId: $organizationId, first: 50, state: DRAFT) {
        edges {
          node {
            ...InvitableNeed
          }
        }
      }
    }
  `,
  [INVITABLE_NEED],
);

interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly claimState: string;
}

/** The choice of one of the viewer's needs, and the button that invites the supplier to it. */
function NeedChoice({
  supplier,
  actingOrganizationId,
}: {
  supplier: Supplier;
  actingOrganizationId: string;
}) {
  const t = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: INVITABLE_NEEDS,
    variables: { organizationId: actingOrganizationId },
    requestPolicy: 'network-only',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data} error={error} onRetry={refresh}>
      {({ published, drafts }) => {
        const needs = [...published.edges, ...drafts.edges].map(({ node }) => node);
        const need = needs.find(({ id }) => id === chosen) ?? null;
        const invited = need?.invitedOrganizations?.some(({ id }) => id === supplier.id) ?? false;
        if (needs.length === 0)
          return (
            <p>
              {t('invite.noNeeds')} <Link to="/desk/needs/new">{t('needForm.new')}</Link>
            </p>
          );
        return (
          <>
            <p className="quiet">
              {t(supplier.claimState === 'UNCLAIMED' ? 'invite.unclaimed' : 'invite.lead')}
            </p>
            <Select
              className="full"
              id="invite-need"
              aria-label={t('invite.chooseNeed')}
              placeholder={t('invite.chooseNeed')}
              value={chosen}
              options={needs.map(({ id, title, state }) => ({
                value: id,
                label: `${title} · ${t(`needState.${state}`)}`,
              }))}
              onChange={setChosen}
            />
            <div className="button-row">
              {need && invited ? (
                <>
                  <Mark tone="good" text={t('invite.invited')} />
                  <Link to={`/desk/needs/${need.id}`}>{t('invite.toNeed')}</Link>
                </>
              ) : (
                <InviteSuppliers
                  primary
                  needId={chosen ?? ''}
                  actingOrganizationId={actingOrganizationId}
                  organizationIds={chosen ? [supplier.id] : []}
                  label={t('invite.invite')}
                  onInvited={refresh}
                />
              )}
            </div>
          </>
        );
      }}
    </Answer>
  );
}

/** Invites a supplier to one of the viewer's needs; nothing for who does not buy for an organization, and for its own. */
export function InviteToOwnNeed({ supplier, size }: { supplier: Supplier; size?: 'small' }) {
  const t = useTexts();
  const { acting } = useViewer();
  const [open, setOpen] = useState(false);
  if (!acting || acting.id === supplier.id || acting.viewerRole === 'VIEWER') return null;
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {t('invite.toOneOfOurs')}
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title={t('invite.title', { name: supplier.name })}
        footer={null}
        onCancel={() => setOpen(false)}
      >
        <NeedChoice supplier={supplier} actingOrganizationId={acting.id} />
      </Modal>
    </>
  );
}
