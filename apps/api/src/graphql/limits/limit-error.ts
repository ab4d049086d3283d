import { BadInputError, type TextParams } from '@app/kernel';
import { type ASTNode, GraphQLError } from 'graphql';

/** A refusal by a limit, as GraphQL's validation reports it: the caller's sentence comes from the code. */
export function limitError(code: string, params: TextParams, node?: ASTNode): GraphQLError {
  return new GraphQLError(code, { nodes: node, originalError: new BadInputError(code, params) });
}
