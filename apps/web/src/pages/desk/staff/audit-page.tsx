import { AuditLog } from './audit-log.js';
import { StaffFrame } from './staff-frame.js';

/** What was done with privilege. */
export function AuditPage() {
  return (
    <StaffFrame title="staff.audit">
      <AuditLog />
    </StaffFrame>
  );
}

export { AuditPage as Component };
