import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { parseIdentifier } from '../identifiers/identifier.js';
import { Access } from '../viewer/access.js';
import { CurrentRequest, type RequestContext } from '../viewer/request-context.js';
import { ChangePasswordResult, ResetPasswordResult } from './authentication.type.js';
import { ChangePasswordInput, ResetPasswordInput } from './dto/authentication.input.js';
import { PasswordChange } from './password-change.js';
import { PasswordReset } from './password-reset.js';
import { withSessionCookie } from './session-cookie.js';

/** How a person takes another password. */
@Resolver()
export class PasswordsResolver {
  constructor(
    private readonly changes: PasswordChange,
    private readonly resets: PasswordReset,
  ) {}

  @Mutation(() => ResetPasswordResult, {
    description:
      'Replaces a forgotten password; all sessions end and a new one begins here. For everyone with a code.',
  })
  @Access('everyone who holds a code for RESET_PASSWORD')
  async resetPassword(
    @Args('input', { description: 'The code and the new password.' }) input: ResetPasswordInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<ResetPasswordResult> {
    const person = { ...input, identifier: parseIdentifier(input.identifier), requester: request };
    return withSessionCookie(request, await this.resets.reset(person));
  }

  @Mutation(() => ChangePasswordResult, {
    description:
      'Takes another password; all other sessions end. For whoever is signed in and knows the present one.',
  })
  @Access('the person only', 'SIGNED_IN')
  changePassword(
    @Args('input', { description: 'The present and the new password.' }) input: ChangePasswordInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<ChangePasswordResult> {
    return this.changes.change(request.viewer, { ...input, requester: request });
  }
}
