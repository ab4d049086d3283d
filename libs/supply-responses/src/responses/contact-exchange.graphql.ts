import { Access, ConsentTextChangedError, SharedContactType } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { OrganizationType } from '@app/organizations';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Length } from 'class-validator';
import { BuyerNotNamedError, responsePayload, SupplyResponseStateError } from './supply-response.graphql.js';

@ObjectType('ContactExchange', {
  description:
    'How far the exchange of contacts about a response has come, as one of the two sides sees it. Contacts are personal: each person agrees for themselves, and both sides have to.',
})
@Access('owners and editors of the acting organization')
export class ContactExchangeType {
  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The other side; null for a supplier as long as a buyer under an alias has not agreed.',
  })
  readonly partner!: OrganizationType | null;

  @Field({
    description:
      'Whether agreeing tells the supplier who the buyer is: for a buyer under an alias, before it has agreed.',
  })
  readonly namesBuyer!: boolean;

  @Field({ description: 'Whether the viewer agrees.' })
  readonly viewerAgrees!: boolean;

  @Field({ description: 'Whether somebody of the other side agrees.' })
  readonly partnerAgrees!: boolean;

  @Field(() => [SharedContactType], { description: 'Who of the acting organization agrees, and since when.' })
  readonly ours!: SharedContactType[];

  @Field(() => [SharedContactType], {
    description:
      'Who of the other side agrees, and since when; empty until somebody of both sides does. `discloseContacts` shows their numbers and addresses.',
  })
  readonly theirs!: SharedContactType[];
}

@InputType({ description: 'Agrees that the other side of a response gets one’s contacts.' })
export class AgreeToContactExchangeInput {
  @Field(() => ID, { description: 'The organization for which the caller acts: the buyer or the supplier.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The response; the buyer has said that it is interested.' })
  supplyResponseId!: string;

  @Field({ description: 'Version of the wording for CONTACT_SHARING that the person has read.' })
  @Length(1, 40)
  textVersion!: string;
}

export const AgreeToContactExchangePayload = responsePayload(
  'AgreeToContactExchangePayload',
  'The viewer agrees that the other side gets the contacts, once it agrees, too.',
);

export const AgreeToContactExchangeResult = resultUnion('AgreeToContactExchangeResult', [
  AgreeToContactExchangePayload,
  BuyerNotNamedError,
  ConsentTextChangedError,
  SupplyResponseStateError,
] as const);
export type AgreeToContactExchangeResult = typeof AgreeToContactExchangeResult;
