import { registerEnumType } from '@nestjs/graphql';

/** The steps of the cultivation ladder 梯度培育 and the two champions beside it. */
export enum TierLevel {
  INNOVATIVE = 'INNOVATIVE',
  SPECIALIZED = 'SPECIALIZED',
  HIDDEN_CHAMPION = 'HIDDEN_CHAMPION',
  LITTLE_GIANT = 'LITTLE_GIANT',
  SINGLE_CHAMPION = 'SINGLE_CHAMPION',
}

registerEnumType(TierLevel, {
  name: 'TierLevel',
  description: 'Recognised tier of a small or medium enterprise.',
  valuesMap: {
    INNOVATIVE: { description: 'Innovative SME 创新型中小企业.' },
    SPECIALIZED: { description: 'Provincial specialized SME 专精特新中小企业.' },
    HIDDEN_CHAMPION: { description: 'Hidden champion 隐形冠军 (Zhejiang).' },
    LITTLE_GIANT: { description: 'National little giant 专精特新“小巨人”.' },
    SINGLE_CHAMPION: { description: 'National single-product champion 制造业单项冠军.' },
  },
});

/** Standing in the commercial register. */
export enum OrganizationStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
  DEREGISTERED = 'DEREGISTERED',
}

registerEnumType(OrganizationStatus, {
  name: 'OrganizationStatus',
  description: 'Standing of an organization in the commercial register.',
  valuesMap: {
    ACTIVE: { description: 'In business 存续.' },
    SUSPENDED: { description: 'Business suspended 停业.' },
    REVOKED: { description: 'Licence revoked 吊销.' },
    DEREGISTERED: { description: 'Deregistered 注销.' },
  },
});

/** Who looks after a profile, and whether staff have checked that they may. Only `CLAIMED` counts as verified. */
export enum ClaimState {
  UNCLAIMED = 'UNCLAIMED',
  UNVERIFIED = 'UNVERIFIED',
  CLAIMED = 'CLAIMED',
}

registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'Who looks after a profile, and whether staff have checked that they may.',
  valuesMap: {
    UNCLAIMED: { description: 'Imported; nobody of the organization has claimed it yet.' },
    UNVERIFIED: {
      description:
        'Looked after by the people who registered it; staff have not accepted their evidence yet.',
    },
    CLAIMED: { description: 'Looked after by its members, whose evidence staff have accepted.' },
  },
});

/** Where a profile came from. */
export enum OrganizationSource {
  DECLARED = 'DECLARED',
  IMPORTED = 'IMPORTED',
}

registerEnumType(OrganizationSource, {
  name: 'OrganizationSource',
  description: 'Where a profile came from.',
  valuesMap: {
    DECLARED: { description: 'Registered by the organization itself.' },
    IMPORTED: { description: 'Taken from a list.' },
  },
});

/** How many people work there; the limits 20, 300 and 1,000 are those of 工信部联企业〔2011〕300号 for industry. */
export enum HeadcountBand {
  UNDER_20 = 'UNDER_20',
  FROM_20_TO_99 = 'FROM_20_TO_99',
  FROM_100_TO_299 = 'FROM_100_TO_299',
  FROM_300_TO_999 = 'FROM_300_TO_999',
  FROM_1000 = 'FROM_1000',
}

registerEnumType(HeadcountBand, {
  name: 'HeadcountBand',
  description: 'How many people work in an organization.',
  valuesMap: {
    UNDER_20: { description: 'Fewer than 20.' },
    FROM_20_TO_99: { description: '20 to 99.' },
    FROM_100_TO_299: { description: '100 to 299.' },
    FROM_300_TO_999: { description: '300 to 999.' },
    FROM_1000: { description: '1,000 and more.' },
  },
});

/** Yearly revenue in CNY; the limits 3, 20 and 400 million are those of 工信部联企业〔2011〕300号 for industry. */
export enum RevenueBand {
  UNDER_3M = 'UNDER_3M',
  FROM_3M_TO_20M = 'FROM_3M_TO_20M',
  FROM_20M_TO_100M = 'FROM_20M_TO_100M',
  FROM_100M_TO_400M = 'FROM_100M_TO_400M',
  FROM_400M = 'FROM_400M',
}

registerEnumType(RevenueBand, {
  name: 'RevenueBand',
  description: 'Yearly revenue of an organization.',
  valuesMap: {
    UNDER_3M: { description: 'Less than CNY 3 million.' },
    FROM_3M_TO_20M: { description: 'CNY 3 million to less than 20 million.' },
    FROM_20M_TO_100M: { description: 'CNY 20 million to less than 100 million.' },
    FROM_100M_TO_400M: { description: 'CNY 100 million to less than 400 million.' },
    FROM_400M: { description: 'CNY 400 million and more.' },
  },
});

/** The facts of a profile that a buyer relies on and that have no row of their own. */
export enum ProfileFact {
  HEADCOUNT = 'HEADCOUNT',
  REVENUE = 'REVENUE',
  CHAIN_LEADER = 'CHAIN_LEADER',
}

registerEnumType(ProfileFact, {
  name: 'ProfileFact',
  description: 'A fact of a profile that buyers rely on.',
  valuesMap: {
    HEADCOUNT: { description: 'The headcount band.' },
    REVENUE: { description: 'The revenue band.' },
    CHAIN_LEADER: { description: 'The chains that the organization leads.' },
  },
});
