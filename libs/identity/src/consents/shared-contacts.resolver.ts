import { keyOf, type Locale } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationNames } from '../invitations/organization-names.js';
import { Access } from '../viewer/access.js';
import { CurrentLocale, CurrentViewer } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { ContactDisclosure } from './contact-disclosure.js';
import { DiscloseContactsInput } from './dto/consents.input.js';
import { DiscloseContactsResult, SharedContactType } from './shared-contact.type.js';

/** The contacts that persons have agreed to share with an organization. */
@Resolver(() => SharedContactType)
export class SharedContactsResolver {
  constructor(
    private readonly disclosure: ContactDisclosure,
    private readonly organizations: OrganizationNames,
  ) {}

  @ResolveField(() => [String], {
    description: 'For which organizations the person exchanges contacts, by name in the reader’s language.',
  })
  async organizationNames(
    @Parent() { organizationIds }: SharedContactType,
    @CurrentLocale() locale: Locale,
  ): Promise<string[]> {
    const names = await Promise.all(organizationIds.map((id) => this.organizations.nameOf(id, locale)));
    return names.filter((name) => name !== null);
  }

  @Query(() => [SharedContactType], {
    description:
      'Persons who have agreed that the acting organization gets their contacts, and to whose organization it has agreed in return, the newest first, at most 100. For its owners and editors.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  sharedContacts(
    @Args('actingOrganizationId', { type: () => ID, description: 'The organization.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SharedContactType[]> {
    return this.disclosure.sharersWith(viewer, keyOf(id, 'Organization'));
  }

  @Mutation(() => DiscloseContactsResult, {
    description:
      'Shows the contacts of a person who has agreed to it, once the acting organization has agreed in return; every look is logged, and the person can read the log. For owners and editors of the organization that the person has named.',
  })
  @Access('owners and editors of the organization that the person has named', 'SIGNED_IN')
  discloseContacts(
    @Args('input', { description: 'Whose contacts, and for whom.' }) input: DiscloseContactsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DiscloseContactsResult> {
    return this.disclosure.disclose(viewer, {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      personId: keyOf(input.personId, 'User'),
    });
  }
}
