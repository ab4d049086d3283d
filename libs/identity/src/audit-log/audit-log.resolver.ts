import { AuditLog } from '@app/audit';
import { type Connection, decodeGlobalId, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UsersLoader } from '../users/users.loader.js';
import { UserType } from '../users/user.type.js';
import { Access } from '../viewer/access.js';
import { Loaders } from '../viewer/request-context.js';
import { AuditDetailType, AuditEntryConnection, AuditEntryType, AuditLogArgs } from './audit-entry.type.js';

/** The audit log, for staff. */
@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  constructor(
    private readonly audit: AuditLog,
    private readonly users: UsersLoader,
  ) {}

  @Query(() => AuditEntryConnection, { description: 'Privileged actions, the newest first. For staff.' })
  @Access('staff', 'STAFF')
  auditLog(
    @Args() { actorId, subjectId, action, ...page }: AuditLogArgs,
  ): Promise<Connection<AuditEntryType>> {
    const filter = {
      actorId: actorId ? keyOf(actorId, 'User') : null,
      subjectId: subjectId ? decodeGlobalId(subjectId).id : null,
      action,
    };
    return this.audit.page(filter, page);
  }

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() entry: AuditEntryType): string {
    return encodeGlobalId('AuditEntry', entry.id);
  }

  @ResolveField(() => ID, { description: 'Global id of the thing it was done to.' })
  subjectId(@Parent() entry: AuditEntryType): string {
    return encodeGlobalId(entry.subjectType, entry.subjectId);
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description:
      'Who did it; null for the operator at the command line. A person who has gone has no name any more.',
  })
  async actor(@Parent() entry: AuditEntryType, @Loaders() loaders: LoaderScope): Promise<UserType | null> {
    return entry.actorId ? this.users.load(loaders, entry.actorId) : null;
  }

  @ResolveField(() => [AuditDetailType], { description: 'Further ids and codes.' })
  details(@Parent() entry: AuditEntryType): AuditDetailType[] {
    return Object.entries(entry.ids).map(([name, value]) => ({ name, value }));
  }
}
