import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';

@ObjectType({
  description: 'A message is on its way to the identifier; whether it is known to the platform is not said.',
})
@Access('whoever asked for the code')
export class CodeSentPayload {
  @Field({ description: 'Until when the code is good.' })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'Seconds after which another code may be asked for.' })
  readonly resendAfterSeconds: number;

  constructor(expiresAt: Date, resendAfterSeconds: number) {
    this.expiresAt = expiresAt;
    this.resendAfterSeconds = resendAfterSeconds;
  }
}
