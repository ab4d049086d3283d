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
