import { registerEnumType } from '@nestjs/graphql';

/** Where a supply response stands. */
export enum SupplyResponseState {
  SENT = 'SENT',
  WITHDRAWN = 'WITHDRAWN',
  INTERESTED = 'INTERESTED',
  NOT_NOW = 'NOT_NOW',
  DECLINED = 'DECLINED',
}

registerEnumType(SupplyResponseState, {
  name: 'SupplyResponseState',
  description: 'Where a supply response stands.',
  valuesMap: {
    SENT: { description: 'The supplier can supply; the buyer has not answered yet.' },
    WITHDRAWN: { description: 'The supplier has taken it back.' },
    INTERESTED: { description: 'The buyer is interested.' },
    NOT_NOW: { description: 'The buyer comes back to it later.' },
    DECLINED: { description: 'The buyer declined, with a reason.' },
  },
});

/** What a buyer answers. */
export enum BuyerAnswer {
  INTERESTED = 'INTERESTED',
  NOT_NOW = 'NOT_NOW',
  DECLINED = 'DECLINED',
}

registerEnumType(BuyerAnswer, {
  name: 'BuyerAnswer',
  description: 'What a buyer answers to a supply response.',
  valuesMap: {
    INTERESTED: { description: 'Interested: let us talk.' },
    NOT_NOW: { description: 'Not now.' },
    DECLINED: { description: 'No, with a reason.' },
  },
});

/** Why a buyer declines. */
export enum DeclineReason {
  TECHNICAL_FIT = 'TECHNICAL_FIT',
  CAPACITY = 'CAPACITY',
  LEAD_TIME = 'LEAD_TIME',
  PRICE = 'PRICE',
  CERTIFICATES = 'CERTIFICATES',
  REGION = 'REGION',
  ALREADY_SOURCED = 'ALREADY_SOURCED',
  OTHER = 'OTHER',
}

registerEnumType(DeclineReason, {
  name: 'DeclineReason',
  description: 'Why a buyer declines a supply response.',
  valuesMap: {
    TECHNICAL_FIT: { description: 'It does not fit technically.' },
    CAPACITY: { description: 'The capacity does not suffice.' },
    LEAD_TIME: { description: 'It takes too long.' },
    PRICE: { description: 'The price is too high.' },
    CERTIFICATES: { description: 'A certificate is missing.' },
    REGION: { description: 'The place does not suit.' },
    ALREADY_SOURCED: { description: 'The buyer has found its suppliers.' },
    OTHER: { description: 'Another reason.' },
  },
});
