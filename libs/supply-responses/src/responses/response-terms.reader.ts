import { CapabilitiesLoader, type Capability } from '@app/capabilities';
import { BadInputError, compareDecimals, keyOf, LoaderScope } from '@app/kernel';
import { ParameterTerms } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { RespondToNeedInput } from './dto/respond-to-need.input.js';
import type { ResponseTerms } from './supply-response.entity.js';

/** Reads what a supplier says: parameters of the vocabulary, a positive capacity, a published capability of its own. */
@Injectable()
export class ResponseTermsReader {
  constructor(
    private readonly parameters: ParameterTerms,
    private readonly capabilities: CapabilitiesLoader,
  ) {}

  /** The terms that an input states for a supplier; throws BAD_INPUT with the field. */
  async read(input: RespondToNeedInput, organizationId: string): Promise<ResponseTerms> {
    const { capacity } = input;
    if (capacity && compareDecimals(capacity.amount, '0') <= 0)
      throw new BadInputError('RESPONSE_CAPACITY_NOT_POSITIVE', {}, ['input.capacity.amount']);
    return {
      capabilityId: input.capabilityId
        ? await this.ownCapability(keyOf(input.capabilityId, 'Capability'), organizationId)
        : null,
      message: input.message.trim(),
      parameters: this.parameters.readTerms(input.parameters),
      capacity: capacity ? { ...capacity, unit: capacity.unit.trim() } : null,
      leadTimeDays: input.leadTimeDays ?? null,
      certificates: input.certificates?.trim() || null,
    };
  }

  private async ownCapability(id: string, organizationId: string): Promise<string> {
    const capability: Capability | null = await this.capabilities.load(new LoaderScope(), id);
    if (!capability?.published || capability.organizationId !== organizationId)
      throw new BadInputError('RESPONSE_CAPABILITY_UNKNOWN', {}, ['input.capabilityId']);
    return id;
  }
}
