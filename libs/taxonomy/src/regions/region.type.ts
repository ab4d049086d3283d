import { Access } from '@app/kernel';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RegionLevel } from './region.js';

registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'How fine a region is in GB/T 2260.',
  valuesMap: {
    PROVINCE: { description: '省级: two digits (33).' },
    CITY: { description: '地级: four digits (3302).' },
    COUNTY: { description: '县级: six digits (330206).' },
  },
});

@Access('Everyone: the list of regions is public.')
@ObjectType('Region', { description: 'An administrative region of GB/T 2260.' })
export class RegionType {
  @Field(() => ID, {
    description: 'Two digits for a province, four for a city, six for a county or district.',
  })
  readonly code!: string;

  @Field(() => RegionLevel, { description: 'How fine the region is.' })
  readonly level!: RegionLevel;
}
