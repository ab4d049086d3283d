import { DecimalScalar, IsPublicName, LocalDateScalar, QuantityInput } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Tooling } from '../procurement-need.enums.js';

@InputType({ description: 'A line item; whatever is left out is not stated.' })
export class NeedLineInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The line that this one replaces; a new line when left out.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'What is wanted; the need’s title when left out.' })
  @IsOptional()
  @Length(1, 200)
  @IsPublicName({ title: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Part number.' })
  @IsOptional()
  @MaxLength(100)
  partNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Drawing number.' })
  @IsOptional()
  @MaxLength(100)
  drawingNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Revision of the drawing.' })
  @IsOptional()
  @MaxLength(40)
  revision?: string | null;

  @Field(() => String, { nullable: true, description: 'Material: grade and state.' })
  @IsOptional()
  @MaxLength(200)
  material?: string | null;

  @Field(() => String, { nullable: true, description: 'Process.' })
  @IsOptional()
  @MaxLength(200)
  process?: string | null;

  @Field(() => String, { nullable: true, description: 'Tolerance.' })
  @IsOptional()
  @MaxLength(500)
  tolerance?: string | null;

  @Field(() => String, { nullable: true, description: 'Surface and its treatment.' })
  @IsOptional()
  @MaxLength(500)
  surface?: string | null;

  @Field(() => String, { nullable: true, description: 'Heat treatment.' })
  @IsOptional()
  @MaxLength(500)
  heatTreatment?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is inspected.' })
  @IsOptional()
  @MaxLength(500)
  inspection?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is packed.' })
  @IsOptional()
  @MaxLength(500)
  packaging?: string | null;

  @Field(() => QuantityInput, { nullable: true, description: 'How many, once, per month or per year.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  quantity?: QuantityInput | null;

  @Field(() => [DecimalScalar], {
    nullable: true,
    description: 'Amounts of the first, second, … year where the volume changes.',
  })
  @IsOptional()
  @ArrayMaxSize(15)
  yearlySteps?: string[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Start of production.' })
  startOfProduction?: string | null;

  @Field(() => Tooling, { nullable: true, description: 'Whose tooling makes it.' })
  @IsOptional()
  @IsEnum(Tooling)
  tooling?: Tooling | null;
}
