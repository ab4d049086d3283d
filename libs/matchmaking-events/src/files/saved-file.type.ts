import { Field, ObjectType } from '@nestjs/graphql';

/** A file that is made when it is asked for and saved by whoever asked. */
@ObjectType({ isAbstract: true })
export abstract class SavedFileType {
  @Field({ description: 'Name for saving it.' })
  readonly fileName!: string;

  @Field({ description: 'Media type.' })
  readonly mediaType!: string;

  @Field({ description: 'What is in it, in base64.' })
  readonly base64!: string;
}
