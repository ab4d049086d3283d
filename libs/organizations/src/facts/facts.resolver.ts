import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Classification } from '../classification/classification.js';
import { CheckFacts } from './check-facts.js';
import { DeclareFacts } from './declare-facts.js';
import { CheckFactsInput } from './dto/check-facts.input.js';
import { DeclareCertificateInput } from './dto/declare-certificate.input.js';
import { DeclareTierRecognitionInput } from './dto/declare-tier-recognition.input.js';
import { WithdrawCertificateInput, WithdrawTierRecognitionInput } from './dto/withdraw-fact.input.js';
import {
  CheckFactsResult,
  DeclareCertificateResult,
  DeclareTierRecognitionResult,
  WithdrawCertificateResult,
  type WithdrawFactPayload,
  WithdrawTierRecognitionResult,
} from './fact.results.js';
import { WithdrawFacts } from './withdraw-facts.js';

/** How certificates and tiers are declared, taken back and verified. */
@Resolver()
export class FactsResolver {
  constructor(
    private readonly declarations: DeclareFacts,
    private readonly withdrawals: WithdrawFacts,
    private readonly checks: CheckFacts,
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
    const { actingOrganizationId, clientMutationId, kindId, number, scope, issuer, site, validUntil } = input;
    return this.declarations.certificate(
      viewer,
      { organizationId: keyOf(actingOrganizationId, 'Organization'), clientMutationId },
      {
        kindId: this.classification.certificateKindId(kindId, 'input.kindId'),
        number: orNull(number),
        scope: orNull(scope),
        issuer: orNull(issuer),
        site: orNull(site),
        validUntil: validUntil ?? null,
      },
    );
  }

  @Mutation(() => WithdrawCertificateResult, {
    description: 'Takes a certificate of the acting organization back. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  withdrawCertificate(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certificate.' }) input: WithdrawCertificateInput,
  ): Promise<WithdrawFactPayload> {
    const id = keyOf(input.certificateId, 'OrganizationCertificate');
    return this.withdrawals.certificate(viewer, keyOf(input.actingOrganizationId, 'Organization'), id);
  }

  @Mutation(() => DeclareTierRecognitionResult, {
    description: 'Declares a tier that the acting organization was recognised for. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  declareTierRecognition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recognition.' }) input: DeclareTierRecognitionInput,
  ): Promise<DeclareTierRecognitionResult> {
    const { actingOrganizationId, clientMutationId, level, year, batch, validUntil, evidence } = input;
    return this.declarations.tier(
      viewer,
      { organizationId: keyOf(actingOrganizationId, 'Organization'), clientMutationId },
      { level, year, batch: orNull(batch), validUntil: validUntil ?? null, evidence: orNull(evidence) },
    );
  }

  @Mutation(() => WithdrawTierRecognitionResult, {
    description: 'Takes a tier recognition of the acting organization back. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  withdrawTierRecognition(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The recognition.' }) input: WithdrawTierRecognitionInput,
  ): Promise<WithdrawFactPayload> {
    const id = keyOf(input.tierRecognitionId, 'TierRecognition');
    return this.withdrawals.tier(viewer, keyOf(input.actingOrganizationId, 'Organization'), id);
  }

  @Mutation(() => CheckFactsResult, {
    description: 'Marks facts of an organization as verified. Platform staff.',
  })
  @Access('platform staff', 'STAFF')
  checkFacts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The verified facts.' }) input: CheckFactsInput,
  ) {
    return this.checks.check(viewer, {
      organizationId: keyOf(input.organizationId, 'Organization'),
      certificateIds: input.certificateIds.map((id) => keyOf(id, 'OrganizationCertificate')),
      tierIds: input.tierRecognitionIds.map((id) => keyOf(id, 'TierRecognition')),
      profileFacts: [...new Set(input.profileFacts)],
    });
  }
}

function orNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
