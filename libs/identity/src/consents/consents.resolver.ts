import { encodeGlobalId, keyOf, type Locale, renderText } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationNames } from '../users/identity.ports.js';
import { Access } from '../viewer/access.js';
import { CurrentLocale, CurrentViewer } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { ConsentPurpose, namesRecipient } from './consent-entry.entity.js';
import {
  ConsentPayload,
  ConsentTextType,
  ConsentType,
  DiscloseContactsInput,
  DiscloseContactsResult,
  GiveConsentInput,
  GiveConsentResult,
  SharedContactType,
  WithdrawConsentInput,
} from './consents.graphql.js';
import { Consents } from './consents.service.js';
import { ConsentTextChangedError, consentTextCode, presentVersion } from './consents.texts.js';

/** The contacts that persons have agreed to share with an organization. */
@Resolver(() => SharedContactType)
export class SharedContactsResolver {
  constructor(
    private readonly consents: Consents,
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
    return this.consents.listSharers(viewer, keyOf(id, 'Organization'));
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
    return this.consents.discloseContacts(viewer, {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      personId: keyOf(input.personId, 'User'),
    });
  }
}

const organizationKey = (globalId: string | null | undefined): string | null =>
  globalId ? keyOf(globalId, 'Organization') : null;

/** What persons are asked to agree to, and what they have agreed to. */
@Resolver(() => ConsentType)
export class ConsentsResolver {
  constructor(
    private readonly consents: Consents,
    private readonly organizations: OrganizationNames,
  ) {}

  @Query(() => [ConsentTextType], {
    description: 'The wordings that persons are asked to agree to now. For everyone.',
  })
  @Access('everyone')
  consentTexts(@CurrentLocale() locale: Locale): ConsentTextType[] {
    return Object.values(ConsentPurpose).map((purpose) => {
      const version = presentVersion(purpose);
      const text = renderText(locale, consentTextCode(purpose, version));
      return { purpose, version, namesRecipient: namesRecipient(purpose), text };
    });
  }

  @Query(() => [ConsentType], {
    description: 'What the viewer has agreed to, the newest first. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  myConsents(@CurrentViewer() viewer: Viewer): Promise<ConsentType[]> {
    return this.consents.findOwnConsents(viewer);
  }

  @Mutation(() => GiveConsentResult, {
    description: 'Agrees to something, freely and for itself. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async giveConsent(
    @Args('input', { description: 'What is agreed to.' })
    { purpose, recipientId, textVersion }: GiveConsentInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
  ): Promise<GiveConsentResult> {
    const scope = { purpose, recipientId: organizationKey(recipientId) };
    const given = await this.consents.giveConsent(viewer, scope, { textVersion, locale });
    return given instanceof ConsentTextChangedError ? given : new ConsentPayload(given);
  }

  @Mutation(() => ConsentPayload, {
    description: 'Withdraws a consent, from now on. For the person who gave it.',
  })
  @Access('the person only', 'SIGNED_IN')
  async withdrawConsent(
    @Args('input', { description: 'What is withdrawn.' }) { purpose, recipientId }: WithdrawConsentInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
  ): Promise<ConsentPayload> {
    const scope = { purpose, recipientId: organizationKey(recipientId) };
    return new ConsentPayload(await this.consents.withdrawConsent(viewer, scope, locale));
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The organization that it is for, if one is named.',
  })
  recipientId(@Parent() consent: ConsentType): string | null {
    return consent.recipientId ? encodeGlobalId('Organization', consent.recipientId) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name of the organization that it is for; null when none is named, or it is gone.',
  })
  async recipientName(
    @Parent() consent: ConsentType,
    @CurrentLocale() locale: Locale,
  ): Promise<string | null> {
    return consent.recipientId ? this.organizations.nameOf(consent.recipientId, locale) : null;
  }

  @ResolveField(() => String, { description: 'The wording that was agreed to, in the reader’s language.' })
  async text(@Parent() consent: ConsentType, @CurrentLocale() locale: Locale): Promise<string> {
    const code = consentTextCode(consent.purpose, consent.textVersion);
    return renderText(locale, code, { recipient: (await this.recipientName(consent, locale)) ?? '–' });
  }
}
