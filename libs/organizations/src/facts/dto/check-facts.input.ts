import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional } from 'class-validator';
import { ProfileFact } from '../../profiles/organization.enums.js';

@InputType({ description: 'Facts of one organization that staff have verified.' })
export class CheckFactsInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the organization that was read; what was changed since is not checked unseen.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => [ID], { defaultValue: [], description: 'Its certificates that are verified.' })
  @ArrayMaxSize(100)
  certificateIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Its tier recognitions that are verified.' })
  @ArrayMaxSize(100)
  tierRecognitionIds!: string[];

  @Field(() => [ProfileFact], { defaultValue: [], description: 'Facts of its profile that are verified.' })
  @IsEnum(ProfileFact, { each: true })
  profileFacts!: ProfileFact[];
}
