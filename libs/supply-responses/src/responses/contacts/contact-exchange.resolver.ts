import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SupplyResponse } from '../supply-response.entity.js';
import { AgreeToContactExchangeResult } from '../supply-response.results.js';
import { SupplyResponseType } from '../supply-response.type.js';
import { AgreeToContactExchangeInput, ContactExchangeType } from './contact-exchange.type.js';
import { ContactExchanges } from './contact-exchanges.js';

/** How the two sides of a response come to each other's contacts. */
@Resolver(() => SupplyResponseType)
export class ContactExchangeResolver {
  constructor(private readonly exchanges: ContactExchanges) {}

  @ResolveField(() => ContactExchangeType, {
    nullable: true,
    description:
      'The exchange of contacts as the acting organization sees it; null before the buyer is interested, and for others than owners and editors of the two sides.',
  })
  contactExchange(
    @Parent() response: SupplyResponse,
    @Args('actingOrganizationId', { type: () => ID, description: 'The buyer or the supplier.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ContactExchangeType | null> {
    return this.exchanges.exchangeOf(viewer, response, keyOf(id, 'Organization'), loaders);
  }

  @Mutation(() => AgreeToContactExchangeResult, {
    description:
      'Agrees that the other side of a response gets the viewer’s contacts, once somebody of it agrees, too; `withdrawConsent` ends it. Owners and editors of either side.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  agreeToContactExchange(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'The response and the wording.' }) input: AgreeToContactExchangeInput,
  ): Promise<AgreeToContactExchangeResult> {
    return this.exchanges.agree(viewer, {
      responseId: keyOf(input.supplyResponseId, 'SupplyResponse'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      textVersion: input.textVersion,
      locale,
    });
  }
}
