import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Classification } from '../profiles/classification.js';
import { FactsService } from './facts.service.js';
import { FactChecksService } from './fact-checks.service.js';
import {
  type CertificateContentInput,
  CheckFactsInput,
  DeclareCertificateInput,
  DeclareTierRecognitionInput,
  type TierContentInput,
  UpdateCertificateInput,
  UpdateTierRecognitionInput,
  WithdrawCertificateInput,
  WithdrawTierRecognitionInput,
} from './fact.inputs.js';
import {
  CheckFactsResult,
  DeclareCertificateResult,
  DeclareTierRecognitionResult,
  UpdateCertificateResult,
  UpdateTierRecognitionResult,
  WithdrawCertificateResult,
  type WithdrawFactPayload,
  WithdrawTierRecognitionResult,
} from './fact.graphql.js';
import type { StatedCertificate } from './organization-certificate.entity.js';
import type { StatedTier } from './tier-recognition.entity.js';

/** Mutations of certificates and tier recognitions: declare, change, withdraw and check. */
@Resolver()
export class FactsResolver {
  constructor(
    private readonly facts: FactsService,
    private readonly checks: FactChecksService,
    private readonly classification: Classification,
  ) {}

  @Mutation(() => DeclareCertificateResult, {
    description: 'Declares a certificate of the acting organization. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  declareCertificate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certificate.' }) input: DeclareCertificateInput,
  ): Promise<DeclareCertificateResult> {
    const { clientMutationId } = input;
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.declareCertificate(
      viewer,
      { organizationId, clientMutationId },
      this.statedCertificate(input),
    );
  }

  @Mutation(() => UpdateCertificateResult, {
    description:
      'States a certificate of the acting organization otherwise; what staff had checked has to be checked anew. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  updateCertificate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certificate.' }) input: UpdateCertificateInput,
  ): Promise<DeclareCertificateResult> {
    const id = keyOf(input.certificateId, 'OrganizationCertificate');
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.updateCertificate(viewer, { organizationId, id }, this.statedCertificate(input));
  }

  @Mutation(() => WithdrawCertificateResult, {
    description:
      'Withdraws a certificate of the acting organization; it stays in the history. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  withdrawCertificate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certificate.' }) input: WithdrawCertificateInput,
  ): Promise<WithdrawFactPayload> {
    const id = keyOf(input.certificateId, 'OrganizationCertificate');
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.withdrawCertificate(viewer, { organizationId, id }, orNull(input.reason));
  }

  @Mutation(() => DeclareTierRecognitionResult, {
    description: 'Declares a tier that the acting organization was recognised for. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  declareTierRecognition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recognition.' }) input: DeclareTierRecognitionInput,
  ): Promise<DeclareTierRecognitionResult> {
    const { clientMutationId } = input;
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.declareTier(viewer, { organizationId, clientMutationId }, statedTier(input));
  }

  @Mutation(() => UpdateTierRecognitionResult, {
    description:
      'States a recognition of the acting organization otherwise; what staff had checked has to be checked anew. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  updateTierRecognition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recognition.' }) input: UpdateTierRecognitionInput,
  ): Promise<DeclareTierRecognitionResult> {
    const id = keyOf(input.tierRecognitionId, 'TierRecognition');
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.updateTier(viewer, { organizationId, id }, statedTier(input));
  }

  @Mutation(() => WithdrawTierRecognitionResult, {
    description:
      'Withdraws a tier recognition of the acting organization; it stays in the history. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  withdrawTierRecognition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recognition.' }) input: WithdrawTierRecognitionInput,
  ): Promise<WithdrawFactPayload> {
    const id = keyOf(input.tierRecognitionId, 'TierRecognition');
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.facts.withdrawTier(viewer, { organizationId, id }, orNull(input.reason));
  }

  @Mutation(() => CheckFactsResult, {
    description: 'Marks facts of an organization as verified. Platform staff.',
  })
  @Access('platform staff', 'STAFF')
  checkFacts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The verified facts.' }) input: CheckFactsInput,
  ) {
    return this.checks.checkFacts(viewer, {
      organizationId: keyOf(input.organizationId, 'Organization'),
      expectedVersion: input.expectedVersion,
      certificateIds: input.certificateIds.map((id) => keyOf(id, 'OrganizationCertificate')),
      tierIds: input.tierRecognitionIds.map((id) => keyOf(id, 'TierRecognition')),
      profileFacts: [...new Set(input.profileFacts)],
    });
  }

  private statedCertificate(input: CertificateContentInput): StatedCertificate {
    return {
      kindId: this.classification.certificateKindId(input.kindId, 'input.kindId'),
      number: orNull(input.number),
      scope: orNull(input.scope),
      issuer: orNull(input.issuer),
      site: orNull(input.site),
      validUntil: input.validUntil ?? null,
    };
  }
}

function statedTier({ level, year, batch, validUntil, evidence }: TierContentInput): StatedTier {
  return { level, year, batch: orNull(batch), validUntil: validUntil ?? null, evidence: orNull(evidence) };
}

function orNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
