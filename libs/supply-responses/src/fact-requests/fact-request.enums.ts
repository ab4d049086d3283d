import { registerEnumType } from '@nestjs/graphql';

/** Where a fact request stands; one past its time is still SENT in the table and EXPIRED for every reader. */
export enum FactRequestState {
  SENT = 'SENT',
  ANSWERED = 'ANSWERED',
  NOT_OFFERED = 'NOT_OFFERED',
  REFUSED = 'REFUSED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}

registerEnumType(FactRequestState, {
  name: 'FactRequestState',
  description: 'Where a fact request stands.',
  valuesMap: {
    SENT: { description: 'The company has not answered yet.' },
    ANSWERED: { description: 'The company answered; its facts are declared.' },
    NOT_OFFERED: { description: 'The company says that it does not do what is asked for.' },
    REFUSED: { description: 'The receiver of the link wants no such messages.' },
    REVOKED: { description: 'Taken back before it was answered.' },
    EXPIRED: { description: 'Not answered in time.' },
  },
});

/** What a company can be asked. */
export enum RequestedFactKind {
  CERTIFICATE = 'CERTIFICATE',
  PARAMETER = 'PARAMETER',
  CAPACITY = 'CAPACITY',
  LEAD_TIME = 'LEAD_TIME',
  MINIMUM_ORDER = 'MINIMUM_ORDER',
  PRICE = 'PRICE',
}

registerEnumType(RequestedFactKind, {
  name: 'RequestedFactKind',
  description: 'What a company can be asked by a fact request.',
  valuesMap: {
    CERTIFICATE: { description: 'Whether it holds a certificate, with number, scope and last valid day.' },
    PARAMETER: { description: 'Range or values of a typed parameter.' },
    CAPACITY: { description: 'Capacity: amount, unit, period.' },
    LEAD_TIME: { description: 'Lead time in calendar days.' },
    MINIMUM_ORDER: { description: 'Minimum order.' },
    PRICE: { description: 'Price range.' },
  },
});

/** What became of one question. */
export enum FactAnswerKind {
  STATED = 'STATED',
  DENIED = 'DENIED',
  LEFT_OPEN = 'LEFT_OPEN',
}

registerEnumType(FactAnswerKind, {
  name: 'FactAnswerKind',
  description: 'What became of one question of a fact request.',
  valuesMap: {
    STATED: { description: 'The company stated it.' },
    DENIED: {
      description: 'The company says that it does not hold or reach it: known, and no longer unknown.',
    },
    LEFT_OPEN: { description: 'Not answered: it stays unknown.' },
  },
});
