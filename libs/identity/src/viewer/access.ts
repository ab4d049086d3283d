import { type Audience, AUDIENCE, ForbiddenError, UnauthenticatedError } from '@app/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { RequestContext } from './request-context.js';

export { Access, AUDIENCE, type Audience } from '@app/kernel';

/** Refuses callers who do not belong to the audience of an operation, before its resolver runs. */
@Injectable()
export class AudienceGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const audience = this.reflector.get<Audience | undefined>(AUDIENCE, execution.getHandler()) ?? 'EVERYONE';
    const { viewer } = GqlExecutionContext.create(execution).getContext<RequestContext>();
    if (audience === 'EVERYONE') return true;
    if (!viewer.signedIn) throw new UnauthenticatedError();
    if (audience === 'STAFF' && !viewer.staff) throw new ForbiddenError();
    return true;
  }
}
