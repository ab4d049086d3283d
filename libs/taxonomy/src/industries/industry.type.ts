import { Access } from '@app/kernel';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IndustryLevel } from './industries.js';

registerEnumType(IndustryLevel, {
  name: 'IndustryLevel',
  description: 'How fine an industry is in GB/T 4754.',
  valuesMap: {
    SECTION: { description: '门类: a letter (C).' },
    DIVISION: { description: '大类: letter and two digits (C33).' },
    GROUP: { description: '中类: letter and three digits (C339).' },
    CLASS: { description: '小类: letter and four digits (C3392).' },
  },
});

@Access('Everyone: the classification is public.')
@ObjectType('Industry', {
  description: 'A line of the national classification of industries, GB/T 4754-2017.',
})
export class IndustryType {
  @Field(() => ID, { description: 'Section letter and digits of the standard, for example C3392.' })
  readonly code!: string;

  @Field(() => IndustryLevel, { description: 'How fine the industry is.' })
  readonly level!: IndustryLevel;
}
