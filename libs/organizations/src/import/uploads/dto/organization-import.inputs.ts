import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBase64, IsInt, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator';

/** Largest list, in bytes: some hundred thousand rows. */
const MOST_BYTES = 50_000_000;
/** Longest part in base64: 512 KiB. */
const LONGEST_PART = 700_000;
const MOST_PARTS = 1000;

@InputType({ description: 'A list that is going to be uploaded in parts.' })
export class StartOrganizationImportInput {
  @Field({ description: 'Name of the file, without folders.' })
  @Length(1, 200)
  @Matches(/^[^/\\\p{Cc}]*[^/\\\p{Cc}.][^/\\\p{Cc}]*$/u)
  fileName!: string;

  @Field(() => Int, { description: 'Bytes of the file, at most 50 million.' })
  @IsInt()
  @Min(1)
  @Max(MOST_BYTES)
  size!: number;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id starts once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A part of a list.' })
export class UploadOrganizationImportPartInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;

  @Field(() => Int, { description: 'Which part, from 0; the same part again takes its place.' })
  @IsInt()
  @Min(0)
  @Max(MOST_PARTS)
  position!: number;

  @Field({ description: 'Its bytes in base64, at most 512 KiB of them.' })
  @MaxLength(LONGEST_PART)
  @IsBase64()
  content!: string;
}

@InputType({ description: 'A list that was checked and is to be imported.' })
export class RunOrganizationImportInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;
}
