import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { CurrentRequest, CurrentViewer, type RequestContext } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { ConfirmedErasure } from './confirmed-erasure.js';
import { DataExport } from './data-export.js';
import { EraseMyAccountInput } from './dto/erase-my-account.input.js';
import { AccountErasedPayload, EraseMyAccountResult, ExportMyDataResult } from './personal-data.type.js';

/** What a person may ask of the platform about their own data. */
@Resolver()
export class PersonalDataResolver {
  constructor(
    private readonly exports: DataExport,
    private readonly erasure: ConfirmedErasure,
  ) {}

  @Mutation(() => ExportMyDataResult, {
    description:
      'Gives all that the platform holds on the viewer, at most ten times a day; that it was given stands in the audit log. For whoever is signed in.',
  })
  @Access('the person only', 'SIGNED_IN')
  exportMyData(@CurrentViewer() viewer: Viewer): Promise<ExportMyDataResult> {
    return this.exports.run(viewer);
  }

  @Mutation(() => EraseMyAccountResult, {
    description:
      'Erases the viewer’s account for ever; organizations that the viewer alone owns need another owner first. For whoever is signed in and knows the password.',
  })
  @Access('the person only', 'SIGNED_IN')
  async eraseMyAccount(
    @Args('input', { description: 'The confirmation.' }) { currentPassword }: EraseMyAccountInput,
    @CurrentRequest() request: RequestContext,
  ): Promise<EraseMyAccountResult> {
    const erased = await this.erasure.run(request.viewer, {
      password: currentPassword,
      requester: request,
    });
    if (erased instanceof AccountErasedPayload) request.setSessionCookie(null);
    return erased;
  }
}
