import { LocalDateScalar } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';

/** What a certificate says. */
@InputType({ isAbstract: true })
export abstract class CertificateContentInput {
  @Field(() => ID, { description: 'The holder, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field({ description: 'Kind of certificate, such as iatf-16949.' })
  @Length(1, 60)
  kindId!: string;

  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  @IsOptional()
  @Length(1, 100)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  @IsOptional()
  @MaxLength(500)
  scope?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  @IsOptional()
  @MaxLength(200)
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'The plant that it holds for.' })
  @IsOptional()
  @MaxLength(300)
  site?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  @IsOptional()
  validUntil?: string | null;
}

@InputType({ description: 'A certificate or licence of the acting organization.' })
export class DeclareCertificateInput extends CertificateContentInput {
  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({
  description: 'A certificate as it is to be stated from now on; what is left out is not stated any more.',
})
export class UpdateCertificateInput extends CertificateContentInput {
  @Field(() => ID, { description: 'The certificate.' })
  certificateId!: string;
}
