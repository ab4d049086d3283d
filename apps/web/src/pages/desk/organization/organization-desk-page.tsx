import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { CERTIFICATE } from '../../organization/certificate-list.js';
import { DeskFrame } from '../desk-frame.js';
import { Members } from './members.js';
import { FACT_CHANGE, FactHistory, OWN_TIER, OwnCertificates, OwnRecognitions } from './own-facts.js';
import { Verification } from './verification.js';
import { ProfileForm } from './profile-form.js';

const OWN_ORGANIZATION = graphql(
  `
    query OwnOrganization($id: ID!) {
      organization(id: $id) {
        id
        name
        nameEn
        introduction
        claimState
        address
        website
        headcountBand
        revenueBand
        version
        region {
          code
          name
        }
        certificates {
          ...Certificate
        }
        tiers {
          ...OwnTier
        }
        factHistory {
          ...FactChange
        }
        members {
          id
          role
          user {
            id
            name
          }
        }
      }
    }
  `,
  [CERTIFICATE, OWN_TIER, FACT_CHANGE],
);

export type OwnOrganization = NonNullable<ResultOf<typeof OWN_ORGANIZATION>['organization']>;

interface ViewProps {
  readonly organization: OwnOrganization;
  readonly viewer: ViewerOrganization;
  readonly refresh: () => void;
}

function OrganizationView({ organization, viewer, refresh }: ViewProps) {
  const { id } = organization;
  return (
    <div className="with-side">
      <div>
        {organization.claimState === 'UNVERIFIED' && <Verification organizationId={id} />}
        <ProfileForm key={organization.version} organization={organization} refresh={refresh} />
        <Members
          organizationId={id}
          owner={viewer.viewerRole === 'OWNER'}
          members={organization.members ?? []}
          refresh={refresh}
        />
      </div>
      <div>
        <OwnCertificates certificates={organization.certificates} organizationId={id} refresh={refresh} />
        <OwnRecognitions tiers={organization.tiers} organizationId={id} refresh={refresh} />
        <FactHistory changes={organization.factHistory ?? []} />
      </div>
    </div>
  );
}

function OwnOrganizationView({ viewer }: { viewer: ViewerOrganization }) {
  const [{ data, error }, ask] = useQuery({
    query: OWN_ORGANIZATION,
    variables: { id: viewer.id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.organization} error={error} onRetry={refresh}>
      {(organization) => <OrganizationView organization={organization} viewer={viewer} refresh={refresh} />}
    </Answer>
  );
}

/** The organization's own profile, facts and members. */
export function OrganizationDeskPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.organization')}>
      {(viewer) => (
        <>
          <p className="under-title">
            {viewer.name} · <Link to={`/organizations/${viewer.id}`}>{t('profile.public')}</Link>
          </p>
          <OwnOrganizationView viewer={viewer} />
        </>
      )}
    </DeskFrame>
  );
}

export { OrganizationDeskPage as Component };
